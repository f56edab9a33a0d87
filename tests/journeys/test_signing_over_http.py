# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Signing over real HTTP with two workers: the same moment, twice, too late."""

import re
import xmlrpc.client
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
import requests
from office import Office

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


class Person(requests.Session):
    """Somebody who is logged in to the portal."""

    def __init__(self, base_url, login):
        super().__init__()
        self.base_url = base_url
        page = self.get(f"{base_url}/web/login", timeout=30).text
        self.post(
            f"{base_url}/web/login",
            data={"csrf_token": token(page), "login": login, "password": login},
            timeout=30,
        )

    def open(self, request_id):
        return self.get(f"{self.base_url}/my/signatures/{request_id}", timeout=30)

    def prepare(self, request_id, name):
        """A function that sends the filled-in form."""
        form = {
            "csrf_token": token(self.open(request_id).text),
            "agreed": "1",
            "name": name,
        }
        return lambda: self.post(
            f"{self.base_url}/my/signatures/{request_id}", data=form, timeout=60
        )


def token(page):
    return TOKEN.search(page).group(1)


def at_once(*actions):
    """Results of functions that start at the same moment, each in a thread."""
    barrier = Barrier(len(actions))

    def run(action):
        barrier.wait()
        return action()

    with ThreadPoolExecutor(len(actions)) as pool:
        return list(pool.map(run, actions))


@pytest.fixture
def office(base_url, database):
    return Office(base_url, database)


@pytest.fixture
def intern(base_url):
    return Person(base_url, "intern")


@pytest.fixture
def supervisor(base_url):
    return Person(base_url, "supervisor")


def test_two_signers_at_the_same_moment_make_one_chain(office, intern, supervisor):
    request_id = office.send_agreement()
    answers = at_once(
        intern.prepare(request_id, "Noor Vermaelen"),
        supervisor.prepare(request_id, "Dirk Vanhoorne"),
    )
    assert [answer.status_code for answer in answers] == [200, 200]
    request = office.request(request_id)
    assert request["signature_count"] == len(request["signature_ids"]) == 2
    assert is_authentic(office, request_id)


def test_second_click_is_no_second_signature(office, intern):
    request_id = office.send_agreement()
    sign = intern.prepare(request_id, "Noor Vermaelen")
    answers = at_once(sign, sign, sign)
    assert all(answer.status_code == 200 for answer in answers)
    assert office.request(request_id)["signature_count"] == 1


def test_withdrawn_document_is_not_signed_any_more(office, intern):
    request_id = office.send_agreement()
    sign = intern.prepare(request_id, "Noor Vermaelen")
    office.call(
        "hr.internship.signature.request", "action_withdraw", request_id, "Typo"
    )
    assert sign().status_code == 200
    request = office.request(request_id)
    assert (request["state"], request["signature_count"]) == ("withdrawn", 1)
    assert "signature_name" not in intern.open(request_id).text


def test_link_of_somebody_else_tells_nothing(office, intern):
    request_id = office.send_agreement(intern="Robbe Casteleyn")
    foreign, unknown = intern.open(request_id), intern.open(10**8)
    assert (foreign.status_code, unknown.status_code) == (404, 404)
    assert "Robbe" not in foreign.text


def test_pdf_engine_that_fails_sends_nothing(office):
    agreement = office.draw_up_agreement()
    body = '<p>As agreed.</p><img src="https://elsewhere.example/logo.png"/>'
    office.call("hr.internship.agreement", "write", [agreement], {"body": body})
    with pytest.raises(xmlrpc.client.Fault, match="PDF") as caught:
        office.call("hr.internship.agreement", "action_send", agreement)
    assert "https://elsewhere.example/logo.png" in caught.value.faultString
    assert "Traceback" not in caught.value.faultString
    left = office.agreement(agreement)
    assert (left["state"], left["request_id"]) == ("draft", False)
    assert not left["verification_code"]


def is_authentic(office, request_id):
    """Whether the coordinator's check of the document finds nothing wrong."""
    result = office.call("hr.internship.signature.request", "action_verify", request_id)
    return result["params"]["type"] == "success"
