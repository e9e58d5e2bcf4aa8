//! The districts that fit a search, best first.

use std::collections::HashSet;

use shared::v3::Location;
use shared::wire::District;

use super::Wanted;

/// The district as shoppers see it. `None` for one that could not be told from
/// others, or not be ordered to.
pub fn shown(location: &Location) -> Option<District> {
    let name = location.subdistrict_name.trim();
    if location.id <= 0 || name.is_empty() {
        return None;
    }
    let (city, province) = (location.city_name.trim(), location.province_name.trim());
    let named = [name, city, province].into_iter().filter(|part| !part.is_empty());
    let joined = || named.collect::<Vec<_>>().join(", ");
    let display = Some(location.display.trim()).filter(|display| !display.is_empty());
    Some(District {
        id: location.id,
        display: display.map_or_else(joined, str::to_owned),
        subdistrict_name: name.to_owned(),
        city_name: city.to_owned(),
        province_name: province.to_owned(),
    })
}

/// Those of the platform's answers that fit, each once, best first.
pub fn found<'a>(wanted: &Wanted, answers: impl IntoIterator<Item = &'a Location>) -> Vec<District> {
    let mut seen = HashSet::new();
    let fitting = answers.into_iter().filter(|location| seen.insert(location.id));
    let fitting = fitting.filter_map(|location| Some((wanted.rank(location)?, shown(location)?)));
    let mut ranked: Vec<_> = fitting.collect();
    ranked.sort_by(|(rank, one), (other, another)| {
        rank.cmp(other).then_with(|| one.display.cmp(&another.display))
    });
    ranked.into_iter().map(|(_, district)| district).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn location(id: i64, names: [&str; 3]) -> Location {
        let [subdistrict, city, province] = names.map(str::to_owned);
        Location {
            id,
            subdistrict_name: subdistrict,
            city_name: city,
            province_name: province,
            display: String::new(),
        }
    }

    #[test]
    fn the_union_of_all_answers_is_ranked_and_each_is_there_once() {
        let all = [
            location(1, ["Coblong", "Kota Bandung", "Jawa Barat"]),
            location(2, ["Bandung", "Kab. Tulungagung", "Jawa Timur"]),
            location(1, ["Coblong", "Kota Bandung", "Jawa Barat"]),
            location(3, ["Andir", "Kota Bandung", "Jawa Barat"]),
            location(4, ["Gubeng", "Kota Surabaya", "Jawa Timur"]),
        ];
        let ids: Vec<_> = found(&Wanted::parse("bandung").unwrap(), &all).iter().map(|d| d.id).collect();
        assert_eq!(ids, [2, 3, 1]);
    }

    #[test]
    fn a_district_has_a_label() {
        let label = |location: &Location| shown(location).map(|district| district.display);
        assert_eq!(label(&location(1, ["Ubud", "Kab. Gianyar", ""])).as_deref(), Some("Ubud, Kab. Gianyar"));
        assert_eq!(label(&location(1, [" ", "Kab. Gianyar", "Bali"])), None);
        assert_eq!(label(&location(0, ["Ubud", "Kab. Gianyar", "Bali"])), None);
    }
}
