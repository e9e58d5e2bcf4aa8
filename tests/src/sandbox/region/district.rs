//! Every kecamatan of Indonesia; SOURCE.md says where the names are from.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A kecamatan.
#[derive(Debug, PartialEq)]
#[expect(missing_docs, reason = "the members say it")]
pub struct District {
    pub id: u64,
    pub subdistrict: &'static str,
    /// With the word Kota or Kabupaten.
    pub city: &'static str,
    pub province: &'static str,
    /// Those of its city, at times of its province.
    pub latitude: f64,
    pub longitude: f64,
    /// Postal codes in use there: one, several, or none.
    pub postal_codes: Vec<&'static str>,
}

struct City {
    name: &'static str,
    province: &'static str,
    place: (f64, f64),
}

static DISTRICTS: LazyLock<Vec<District>> = LazyLock::new(read);
static BY_ID: LazyLock<HashMap<u64, &District>> =
    LazyLock::new(|| DISTRICTS.iter().map(|district| (district.id, district)).collect());

impl District {
    /// All of them, by province, city and kecamatan as the ministry numbers them.
    pub fn all() -> &'static [Self] {
        &DISTRICTS
    }

    /// The district of this id.
    pub fn by_id(id: u64) -> Option<&'static Self> {
        BY_ID.get(&id).copied()
    }
}

fn read() -> Vec<District> {
    let cities: HashMap<&str, City> =
        rows(include_str!("cities.csv")).map(|(code, city)| (code, city_of(&city))).collect();
    rows(include_str!("districts.csv")).map(|(id, district)| district_of(id, &district, &cities)).collect()
}

/// The first column and the others of each row below the header. No name has a comma.
fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    let cells = |line: &'static str| {
        let (first, others) = line.split_once(',')?;
        Some((first, others.split(',').collect()))
    };
    table.lines().skip(1).filter_map(cells)
}

fn city_of(cells: &[&'static str]) -> City {
    let [name, province, latitude, longitude] = *cells else { panic!("cities.csv: {cells:?}") };
    let degrees = |text: &str| text.parse().unwrap_or_else(|error| panic!("cities.csv: {error} in {text}"));
    City { name, province, place: (degrees(latitude), degrees(longitude)) }
}

fn district_of(id: &str, cells: &[&'static str], cities: &HashMap<&str, City>) -> District {
    let [city, subdistrict, postal_codes] = *cells else { panic!("districts.csv: {cells:?}") };
    let City { name, province, place: (latitude, longitude) } = cities[city];
    District {
        id: id.parse().unwrap_or_else(|error| panic!("districts.csv: {error} in {id}")),
        subdistrict,
        city: name,
        province,
        latitude,
        longitude,
        postal_codes: postal_codes.split(' ').filter(|code| !code.is_empty()).collect(),
    }
}
