"""The password of every login of the demo. It is no secret: those logins are worth nothing outside a demo."""

DEMO_PASSWORD = "nordhavet ved morgengry"  # noqa: S105 -- printed on the screen for everybody
