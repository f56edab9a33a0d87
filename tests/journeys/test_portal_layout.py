# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Portal pages in the layout of Odoo alone and in that of the website app."""

import pytest
from conftest import JOURNEY, PHONE

pytestmark = pytest.mark.website

PAGES = {
    "internships": "/my/internships",
    "documents": "/my/signatures",
    "not_found": "/my/signatures/999999",
}


@pytest.fixture
def dutch_phone(new_context):
    """A page of a telephone whose owner reads Dutch."""
    return new_context(viewport=PHONE, locale="nl-BE").new_page()


def look_at(page):
    """Assert what every page of ours owes to a reader."""
    facts = page.evaluate(
        """() => ({
            lang: document.documentElement.lang,
            title: document.title,
            headings: [...document.querySelectorAll("h1")].length,
            sideways: document.documentElement.scrollWidth - window.innerWidth,
        })"""
    )
    assert facts["lang"] == "nl-BE"
    assert facts["title"].strip()
    assert facts["headings"] == 1
    assert facts["sideways"] <= 0


def test_the_layout_is_the_one_that_this_run_is_about(desktop):
    desktop.goto("/web/login")
    found = desktop.locator("html[data-website-id]").count()
    assert found == (JOURNEY == "website")


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_an_intern(name, dutch_phone, login, screenshot, expected_errors):
    expected_errors.append(r"status of 404.*/999999\)")
    page = dutch_phone
    login(page, "intern", "intern")
    page.goto(PAGES[name])
    screenshot(page, f"portal_{name}", full_page=True)
    look_at(page)


def test_page_of_an_internship(dutch_phone, login, screenshot):
    page = dutch_phone
    login(page, "intern", "intern")
    page.goto("/my")
    page.wait_for_selector("a[href*='/my/internships']:visible")
    screenshot(page, "portal_home", full_page=True)
    page.goto("/my/internships")
    page.locator("main .o_internship_list a").first.click()
    page.wait_for_selector(".o_internship_facts")
    screenshot(page, "portal_internship", full_page=True)
    look_at(page)


def test_an_outdated_link_of_somebody_without_login(dutch_phone, screenshot):
    page = dutch_phone
    page.goto("/internships/welcome?token=outdated&redirect=/my/internships")
    screenshot(page, "portal_outdated_link", full_page=True)
    look_at(page)
    page.click("a.btn-primary[href*='/web/login']")
    page.fill("input[name=login]", "intern")
    page.fill("input[name=password]", "intern")
    page.click("form.oe_login_form button[type=submit]")
    page.wait_for_url("**/my/internships")
    look_at(page)
