"""Someone who reads the catalogue."""

import pytest

from tests import cast


@pytest.fixture
def reader():
    return cast.person("ward_leader", cast.ward_a())


@pytest.fixture
def signed_in(client, reader):
    client.force_login(reader)
    return client
