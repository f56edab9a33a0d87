# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Invented names; nobody is meant."""

FIRST_NAMES = (
    "Emma Louise Olivia Mila Noor Juna Camille Zoé Léa Manon Inès Chloé Elise Fien "
    "Marie Lotte Hanne Sofie Yasmina Amina Noah Arthur Liam Jules Adam Lucas Louis "
    "Gabriel Finn Mathis Nathan Hugo Victor Rayan Bram Wout Jef Tuur Senne Mohamed"
).split()
LAST_NAMES = (
    "Peeters Janssens Maes Jacobs Mertens Willems Claes Goossens Wouters De.Smet "
    "Dubois Lambert Dupont Martin Simon Laurent Leroy Lefebvre Renard Gérard "
    "Vermeulen Pauwels Michiels Hermans Aerts Van.Damme Declercq Bogaert Lemmens "
    "Collard Denis Fontaine Marchal Noël Bertrand Yilmaz El.Amrani Nguyen Kowalski"
).split()
TOWNS = (
    "Gent Brussel Antwerpen Leuven Luik Namen Hasselt Brugge Kortrijk Mechelen Bergen "
    "Charleroi Aarlen Eupen Genk Oostende Aalst Turnhout Doornik Waver"
).split()
SUBJECTS = (
    "Chatbots for citizens' questions|Archive of press photographs|Budget follow-up|"
    "Plain language in letters|Satisfaction survey of visitors|Onboarding of staff|"
    "Network security review|Translation of brochures|Energy audit of buildings|"
    "Open data portal|Social media calendar|Legal watch|Mobility plan|Statistics"
).split("|")
OFFICES = "Services|Budget|Legal Affairs|Communication|ICT|Personnel".split("|")


def person(random):
    """First and last name of somebody."""
    last = random.choice(LAST_NAMES).replace(".", " ")
    return f"{random.choice(FIRST_NAMES)} {last}"


def address(name, number, host):
    """A mail address that nobody has."""
    plain = name.lower().translate(str.maketrans("éèëïü ", "eeeiu."))
    return f"{plain}.{number}@{host}.example"
