"""What people do with their accounts."""

from indsats.accounts.services.passwords import change_password
from indsats.accounts.services.sessions import sign_out_everywhere
from indsats.accounts.services.users import change_profile, choose_language, create_user

__all__ = ["change_password", "change_profile", "choose_language", "create_user", "sign_out_everywhere"]
