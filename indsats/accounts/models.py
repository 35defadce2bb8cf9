"""A person who can sign in. What they may do comes from their mandates, never from flags on the user."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    """Makes users; e-mail addresses are compared without regard to case."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:  # noqa: ANN401 -- the model's own fields
        """Make a user; without a password the person can only come in by the region's sign-on."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.full_clean(exclude=["password"])
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        """Find by e-mail address, whatever its case."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """Someone who can sign in."""

    email = models.EmailField(
        _("e-mail"), unique=True, error_messages={"unique": _("There is already a user with this e-mail address.")}
    )
    name = models.CharField(_("name"), max_length=200)
    is_active = models.BooleanField(_("can sign in"), default=True)
    is_demo = models.BooleanField(_("demo login"), default=False)
    language = models.CharField(_("language"), max_length=5, default="da")
    sign_outs = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="address_in_lower_case"),
        ]

    def __str__(self) -> str:
        """Show the person's name."""
        return self.name

    def get_full_name(self) -> str:
        """Return the person's name."""
        return self.name

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Tie a session to the password and to the times of signing out everywhere: a new one of either ends it."""
        return salted_hmac(
            "indsats.accounts.session", f"{self.password}:{self.sign_outs}", secret=secret, algorithm="sha256"
        ).hexdigest()
