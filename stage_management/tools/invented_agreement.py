# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Invented people, days and figures, to show what a template looks like."""

from datetime import date

_PEOPLE = {
    "organisation_signatory": "Liesbet Maertens",
    "school_signatory": "Thomas Verhaege",
    "supervisor": "Amina Benali",
    "intern": "Jolien Demeyer",
    "guardian": "Koen Demeyer",
    "mentor": "Pieter Lambrecht",
    "backup": "Claire Dumont",
    "reference": "ST/2027/0042",
    "hours": "304",
    "days": "40",
    "notice": "3",
    "insurer": "Ethias",
    "policy_number": "45.123.456",
    "contacts": "Amina Benali, Thomas Verhaege",
    "reporting_contact": "Amina Benali",
}
_WORDS = {
    "nl": {
        "school": "Hogeschool De Brug",
        "school_address": "Kaailaan 12, 9000 Gent",
        "programme": "Bachelor communicatiemanagement",
        "programmes": "Communicatiemanagement, Office management",
        "type": "Praktijkstage",
        "subject": "Duidelijke brieven voor burgers",
        "assignment": "Herwerk tien veelgebruikte brieven in duidelijke taal en toets "
        "ze bij burgers.",
        "department": "Dienst Communicatie",
        "schedule": "38 uur per week, van maandag tot vrijdag",
        "expenses": "Trein: 120 €",
        "framework": "Raamovereenkomst Hogeschool De Brug",
        "reporting": "elk jaar",
        "reporting_duties": "Het aantal stagiairs en de resultaten van de evaluaties.",
    },
    "fr": {
        "school": "Haute École du Canal",
        "school_address": "Rue des Écluses 12, 1000 Bruxelles",
        "programme": "Bachelier en communication",
        "programmes": "Communication, Gestion administrative",
        "type": "Stage pratique",
        "subject": "Des lettres claires pour les citoyens",
        "assignment": "Réécrire dix lettres courantes dans un langage clair et les "
        "tester auprès de citoyens.",
        "department": "Service Communication",
        "schedule": "38 heures par semaine, du lundi au vendredi",
        "expenses": "Train : 120 €",
        "framework": "Convention-cadre Haute École du Canal",
        "reporting": "chaque année",
        "reporting_duties": "Le nombre de stagiaires et les résultats des évaluations.",
    },
    "de": {
        "school": "Hochschule am Fluss",
        "school_address": "Uferstraße 12, 4700 Eupen",
        "programme": "Bachelor in Kommunikation",
        "programmes": "Kommunikation, Büromanagement",
        "type": "Berufspraktikum",
        "subject": "Verständliche Briefe für Bürgerinnen und Bürger",
        "assignment": "Zehn häufige Briefe in klare Sprache fassen und mit Bürgerinnen "
        "und Bürgern prüfen.",
        "department": "Dienst Kommunikation",
        "schedule": "38 Stunden pro Woche, von Montag bis Freitag",
        "expenses": "Bahn: 120 €",
        "framework": "Rahmenvereinbarung Hochschule am Fluss",
        "reporting": "jedes Jahr",
        "reporting_duties": "Die Zahl der Praktika und die Ergebnisse der Bewertungen.",
    },
    "en": {
        "school": "Riverside University College",
        "school_address": "Lock Street 12, 1000 Brussels",
        "programme": "Bachelor of Communication",
        "programmes": "Communication, Office Management",
        "type": "Practical internship",
        "subject": "Clear letters for citizens",
        "assignment": "Rewrite ten common letters in plain language and test them with "
        "citizens.",
        "department": "Communication Department",
        "schedule": "38 hours a week, Monday to Friday",
        "expenses": "Train: €120",
        "framework": "Framework agreement Riverside University College",
        "reporting": "each year",
        "reporting_duties": "The number of interns and the results of the evaluations.",
    },
}
_DAYS = {
    "date_start": date(2027, 2, 1),
    "date_end": date(2027, 3, 26),
    "date_from": date(2027, 1, 1),
    "date_to": date(2029, 12, 31),
    "insured_until": date(2027, 9, 30),
    "today": date(2027, 1, 11),
}


def invented_values(lang, format_day):
    """A value for every placeholder, in a language of two letters.

    :param format_day: date → text
    """
    days = {name: format_day(day) for name, day in _DAYS.items()}
    return {**_PEOPLE, **_WORDS.get(lang, _WORDS["en"]), **days}
