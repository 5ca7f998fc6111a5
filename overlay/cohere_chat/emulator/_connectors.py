"""Connectors: created, changed, listed and deleted; nothing is ever asked of them."""

from typing import Any
from urllib.parse import urlencode

from . import _resources as resources
from ._calls import Call
from ._contract import RefusedError

connectors_delete = resources.delete


def connectors_create(call: Call) -> dict[str, Any]:
    given = {"active": True, "continue_on_failure": False, **_given(call, call.body["url"])}
    return resources.reply_with(call, resources.add(call, "connectors", **given)["shown"])


def connectors_update(call: Call) -> dict[str, Any]:
    record = resources.find(call)
    resources.change(call.state, "connectors", record, done=True, **_given(call, record["shown"]["url"]))
    return resources.reply_with(call, record["shown"])


def _given(call: Call, url: str) -> dict[str, Any]:
    given = dict(call.body)
    if "oauth" in given and "service_auth" in given:
        raise RefusedError(400, "invalid request: oauth and service_auth do not go together")
    if "oauth" in given:
        secret = {"client_secret": "********"} if "client_secret" in given["oauth"] else {}
        made_up = {"authorize_url": f"{url}/oauth/authorize", "token_url": f"{url}/oauth/token"}
        given |= {"oauth": made_up | given["oauth"] | secret, "auth_type": "oauth", "auth_status": "expired"}
    if given.pop("service_auth", None):
        given |= {"auth_type": "service_auth", "auth_status": "valid"}
    return given


def connectors_get(call: Call) -> dict[str, Any]:
    return resources.reply_with(call, resources.find(call)["shown"])


def connectors_list(call: Call) -> dict[str, Any]:
    return resources.reply_with_page(call, [record["shown"] for record in call.state.store.all("connectors")], 30)


def connectors_o_auth_authorize(call: Call) -> dict[str, Any]:
    record = resources.find(call)
    if "oauth" not in record["shown"]:
        raise RefusedError(400, f"connector {record['id']!r} has no oauth")
    oauth = record["shown"]["oauth"]
    query = {"response_type": "code", "client_id": oauth.get("client_id", ""), "state": record["id"]}
    if "after_token_redirect" in call.parameters:
        query["redirect_uri"] = call.parameters["after_token_redirect"]
    return {"redirect_url": f"{oauth['authorize_url']}?{urlencode(query)}"}
