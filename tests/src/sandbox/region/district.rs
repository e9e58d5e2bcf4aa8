//! The table of districts. Coordinates are good to a few kilometres, enough for
//! distances between islands.

/// A kecamatan.
#[derive(Debug, PartialEq)]
#[expect(missing_docs, reason = "the members say it")]
pub struct District {
    pub id: u64,
    pub subdistrict: &'static str,
    pub city: &'static str,
    pub province: &'static str,
    pub latitude: f32,
    pub longitude: f32,
    /// Postal codes in use there.
    pub postal_codes: &'static [&'static str],
}

const fn district(
    id: u64,
    (subdistrict, city, province): (&'static str, &'static str, &'static str),
    (latitude, longitude): (f32, f32),
    postal_codes: &'static [&'static str],
) -> District {
    District { id, subdistrict, city, province, latitude, longitude, postal_codes }
}

const JAKARTA: &str = "DKI Jakarta";
const BANTEN: &str = "Banten";
const WEST_JAVA: &str = "Jawa Barat";
const CENTRAL_JAVA: &str = "Jawa Tengah";
const YOGYAKARTA: &str = "DI Yogyakarta";
const EAST_JAVA: &str = "Jawa Timur";

/// All districts, by id.
#[rustfmt::skip]
pub const DISTRICTS: &[District] = &[
    district(1001, ("Banda Raya", "Kota Banda Aceh", "Aceh"), (5.53, 95.31), &["23238", "23239"]),
    district(1101, ("Medan Baru", "Kota Medan", "Sumatera Utara"), (3.57, 98.66), &["20153", "20154", "20155"]),
    district(1102, ("Medan Selayang", "Kota Medan", "Sumatera Utara"), (3.55, 98.63), &["20131", "20132"]),
    district(1201, ("Padang Barat", "Kota Padang", "Sumatera Barat"), (-0.94, 100.36), &["25111", "25112", "25113"]),
    district(1301, ("Sukajadi", "Kota Pekanbaru", "Riau"), (0.53, 101.44), &["28121", "28122"]),
    district(1401, ("Batam Kota", "Kota Batam", "Kepulauan Riau"), (1.12, 104.05), &["29432", "29464"]),
    district(1501, ("Ilir Barat I", "Kota Palembang", "Sumatera Selatan"), (-2.99, 104.73), &["30136", "30137"]),
    district(1601, ("Kedaton", "Kota Bandar Lampung", "Lampung"), (-5.38, 105.25), &["35141", "35148"]),
    district(2001, ("Menteng", "Kota Jakarta Pusat", JAKARTA), (-6.19, 106.83), &["10310", "10320", "10330", "10340", "10350"]),
    district(2002, ("Cempaka Putih", "Kota Jakarta Pusat", JAKARTA), (-6.18, 106.87), &["10510", "10520", "10570"]),
    district(2003, ("Kebayoran Baru", "Kota Jakarta Selatan", JAKARTA), (-6.24, 106.80), &["12110", "12120", "12130", "12140", "12150", "12160", "12170", "12180", "12190"]),
    district(2004, ("Tebet", "Kota Jakarta Selatan", JAKARTA), (-6.23, 106.85), &["12810", "12820", "12830", "12840", "12850", "12860", "12870"]),
    district(2005, ("Kelapa Gading", "Kota Jakarta Utara", JAKARTA), (-6.16, 106.90), &["14240", "14250"]),
    district(2006, ("Grogol Petamburan", "Kota Jakarta Barat", JAKARTA), (-6.16, 106.79), &["11440", "11450", "11460", "11470"]),
    district(2007, ("Duren Sawit", "Kota Jakarta Timur", JAKARTA), (-6.23, 106.91), &["13430", "13440", "13450", "13460", "13470"]),
    district(2008, ("Kepulauan Seribu Utara", "Kab. Kepulauan Seribu", JAKARTA), (-5.61, 106.57), &["14540"]),
    district(2101, ("Serpong", "Kota Tangerang Selatan", BANTEN), (-6.31, 106.67), &["15310", "15311", "15317"]),
    district(2102, ("Ciputat", "Kota Tangerang Selatan", BANTEN), (-6.31, 106.74), &["15411", "15413", "15414"]),
    district(2103, ("Karawaci", "Kota Tangerang", BANTEN), (-6.19, 106.61), &["15113", "15114", "15115", "15116"]),
    district(2201, ("Coblong", "Kota Bandung", WEST_JAVA), (-6.89, 107.61), &["40131", "40132", "40133", "40134", "40135"]),
    district(2202, ("Sukajadi", "Kota Bandung", WEST_JAVA), (-6.89, 107.59), &["40161", "40162", "40163", "40164"]),
    district(2203, ("Lembang", "Kab. Bandung Barat", WEST_JAVA), (-6.81, 107.62), &["40391"]),
    district(2204, ("Bogor Tengah", "Kota Bogor", WEST_JAVA), (-6.60, 106.80), &["16121", "16122", "16123", "16124"]),
    district(2205, ("Beji", "Kota Depok", WEST_JAVA), (-6.38, 106.82), &["16421", "16422", "16423", "16424", "16425", "16426"]),
    district(2206, ("Bekasi Selatan", "Kota Bekasi", WEST_JAVA), (-6.25, 106.98), &["17141", "17144", "17146", "17147", "17148"]),
    district(2207, ("Kejaksan", "Kota Cirebon", WEST_JAVA), (-6.71, 108.56), &["45121", "45122", "45123", "45124"]),
    district(2208, ("Tawang", "Kota Tasikmalaya", WEST_JAVA), (-7.33, 108.23), &["46111", "46112", "46113", "46114", "46115"]),
    district(2301, ("Semarang Tengah", "Kota Semarang", CENTRAL_JAVA), (-6.98, 110.42), &["50131", "50132", "50133", "50134"]),
    district(2302, ("Banyumanik", "Kota Semarang", CENTRAL_JAVA), (-7.06, 110.42), &["50262", "50263", "50264", "50265"]),
    district(2303, ("Pekalongan Timur", "Kota Pekalongan", CENTRAL_JAVA), (-6.89, 109.69), &["51121", "51122", "51124", "51126"]),
    district(2304, ("Laweyan", "Kota Surakarta", CENTRAL_JAVA), (-7.57, 110.80), &["57141", "57142", "57147", "57148"]),
    district(2305, ("Purwokerto Selatan", "Kab. Banyumas", CENTRAL_JAVA), (-7.44, 109.24), &["53141", "53142", "53144", "53147"]),
    district(2306, ("Temanggung", "Kab. Temanggung", CENTRAL_JAVA), (-7.32, 110.18), &["56211", "56212", "56216"]),
    district(2401, ("Gondokusuman", "Kota Yogyakarta", YOGYAKARTA), (-7.78, 110.38), &["55221", "55222", "55223", "55224", "55225"]),
    district(2402, ("Depok", "Kab. Sleman", YOGYAKARTA), (-7.76, 110.40), &["55281", "55282", "55283"]),
    district(2403, ("Ngaglik", "Kab. Sleman", YOGYAKARTA), (-7.71, 110.40), &["55581"]),
    district(2404, ("Kasihan", "Kab. Bantul", YOGYAKARTA), (-7.82, 110.33), &["55181", "55182", "55183", "55184"]),
    district(2501, ("Gubeng", "Kota Surabaya", EAST_JAVA), (-7.28, 112.75), &["60281", "60282", "60283", "60284", "60285", "60286"]),
    district(2502, ("Wonokromo", "Kota Surabaya", EAST_JAVA), (-7.30, 112.74), &["60241", "60242", "60243", "60244"]),
    district(2503, ("Lowokwaru", "Kota Malang", EAST_JAVA), (-7.94, 112.61), &["65141", "65142", "65143", "65144", "65145"]),
    district(2504, ("Sidoarjo", "Kab. Sidoarjo", EAST_JAVA), (-7.45, 112.72), &["61211", "61212", "61213", "61215"]),
    district(2505, ("Banyuwangi", "Kab. Banyuwangi", EAST_JAVA), (-8.21, 114.37), &["68411", "68414", "68416", "68418"]),
    district(2506, ("Kaliwates", "Kab. Jember", EAST_JAVA), (-8.17, 113.69), &["68131", "68133", "68135", "68137"]),
    district(3001, ("Denpasar Selatan", "Kota Denpasar", "Bali"), (-8.69, 115.22), &["80221", "80222", "80223", "80224", "80225"]),
    district(3002, ("Ubud", "Kab. Gianyar", "Bali"), (-8.51, 115.26), &["80571"]),
    district(3003, ("Kuta Utara", "Kab. Badung", "Bali"), (-8.65, 115.16), &["80361"]),
    district(3101, ("Mataram", "Kota Mataram", "Nusa Tenggara Barat"), (-8.59, 116.11), &["83121", "83125", "83126", "83127"]),
    district(3201, ("Oebobo", "Kota Kupang", "Nusa Tenggara Timur"), (-10.17, 123.62), &["85111", "85112"]),
    district(3202, ("Langke Rembong", "Kab. Manggarai", "Nusa Tenggara Timur"), (-8.62, 120.46), &["86511", "86515", "86518"]),
    district(4001, ("Pontianak Selatan", "Kota Pontianak", "Kalimantan Barat"), (-0.05, 109.34), &["78116", "78121", "78122", "78124"]),
    district(4101, ("Banjarmasin Tengah", "Kota Banjarmasin", "Kalimantan Selatan"), (-3.32, 114.59), &["70111", "70112", "70114", "70117"]),
    district(4201, ("Samarinda Ulu", "Kota Samarinda", "Kalimantan Timur"), (-0.49, 117.13), &["75123", "75124", "75126"]),
    district(4202, ("Balikpapan Selatan", "Kota Balikpapan", "Kalimantan Timur"), (-1.26, 116.87), &["76114", "76115", "76116"]),
    district(5001, ("Panakkukang", "Kota Makassar", "Sulawesi Selatan"), (-5.15, 119.45), &["90231", "90232", "90233", "90234"]),
    district(5002, ("Rantepao", "Kab. Toraja Utara", "Sulawesi Selatan"), (-2.97, 119.90), &["91831", "91832", "91833"]),
    district(5101, ("Wenang", "Kota Manado", "Sulawesi Utara"), (1.49, 124.84), &["95111", "95112", "95113", "95115"]),
    district(5201, ("Palu Barat", "Kota Palu", "Sulawesi Tengah"), (-0.90, 119.86), &["94221", "94222"]),
    district(6001, ("Sirimau", "Kota Ambon", "Maluku"), (-3.70, 128.19), &["97122", "97123", "97124", "97126"]),
    district(6101, ("Ternate Tengah", "Kota Ternate", "Maluku Utara"), (0.79, 127.38), &["97711", "97712", "97714"]),
    district(7001, ("Jayapura Selatan", "Kota Jayapura", "Papua"), (-2.56, 140.70), &["99221", "99222", "99223", "99224"]),
    district(7101, ("Sorong", "Kota Sorong", "Papua Barat Daya"), (-0.87, 131.26), &["98411", "98412"]),
    district(7201, ("Merauke", "Kab. Merauke", "Papua Selatan"), (-8.50, 140.40), &["99611", "99614", "99616"]),
];
