"""The addresses of indsats, the peer's, and an empty page."""

from django.contrib.admin import AdminSite, ModelAdmin
from django.shortcuts import render
from django.urls import include, path

from indsats.initiatives.models import Initiative


class Admin(AdminSite):
    def has_permission(self, request):
        return request.user.is_active


class InitiativeAdmin(ModelAdmin):
    """The change list that one would set up in a minute: the same columns, filters and search as the portfolio."""

    list_display = ("title", "unit", "phase", "light", "start_year", "end_year", "owner")
    list_filter = ("phase", "light", "themes", "target_groups", "programmes")
    list_select_related = ("unit", "owner")
    search_fields = ("title", "description")
    list_per_page = 25

    def has_module_permission(self, request):
        return True

    def has_view_permission(self, request, obj=None):
        return True

    def has_change_permission(self, request, obj=None):
        return False

    has_add_permission = has_delete_permission = has_change_permission


admin = Admin()
admin.register(Initiative, InitiativeAdmin)


def empty(request):
    return render(request, "ui/page.html")


urlpatterns = [
    path("", include("indsats.web.urls")),
    path("peer/", admin.urls),
    path("tom/", empty),
]
