"""What people type about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.utils.translation import gettext_lazy as _

from indsats.accounts.models import User

if TYPE_CHECKING:
    from django.http import HttpRequest

PASSWORD_RULES = _(
    "At least 12 characters. A sentence is good. Not only digits, not a common password, "
    "and nothing that resembles your name or your e-mail address."
)


class SignInForm(AuthenticationForm):
    """An e-mail address and a password."""

    error_messages = {
        "invalid_login": _("The e-mail address or the password is wrong. Check both and try again."),
        "inactive": _("The e-mail address or the password is wrong. Check both and try again."),
    }

    def __init__(self, request: HttpRequest | None = None, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(request, *args, **kwargs)
        address = self.fields["username"]
        address.label = _("E-mail")
        address.widget = forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True, "maxlength": 254})
        address.error_messages["required"] = _("Write your e-mail address.")
        self.fields["password"].label = _("Password")
        self.fields["password"].error_messages["required"] = _("Write your password.")


class PasswordForm(PasswordChangeForm):
    """The password one has, and the new one twice."""

    error_messages = {
        "password_incorrect": _("That is not your present password. Write it again."),
        "password_mismatch": _("The two new passwords are not the same. Write them again."),
    }

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(user, *args, **kwargs)
        self.fields["old_password"].label = _("Present password")
        self.fields["new_password1"].label = _("New password")
        self.fields["new_password1"].help_text = PASSWORD_RULES
        self.fields["new_password2"].label = _("New password once more")
        self.fields["new_password2"].help_text = ""
        for field in self.fields.values():
            field.error_messages["required"] = _("Fill in this field.")


class ProfileForm(forms.ModelForm):  # type: ignore[type-arg]  # generic only in the stubs
    """What one is called, and which language one reads."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)

    class Meta:
        model = User
        fields = ["name", "language"]
        labels = {"name": _("Name")}
        error_messages = {"name": {"required": _("Write your name.")}}
