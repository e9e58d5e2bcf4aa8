use super::*;

/// Name, phone, district, postal code, street.
fn check(text: &str, expect: [&str; 5]) {
    let found = split(text);
    let found = [found.name, found.phone, found.district, found.postal_code, found.street];
    assert_eq!(found.each_ref().map(String::as_str), expect, "{text}");
}

#[test]
fn labelled_lines() {
    check(
        "Nama: Budi Santoso\nNo HP: 0812-3456-7890\nAlamat: Jl. Melati No. 5 RT 02/RW 03\nKel. Mekarsari\nKec. Tambun Selatan\nKab. Bekasi\nJawa Barat 17510",
        [
            "Budi Santoso",
            "0812-3456-7890",
            "Tambun Selatan Kab. Bekasi",
            "17510",
            "Jl. Melati No. 5 RT 02/RW 03, Kel. Mekarsari",
        ],
    );
    check(
        "Nama Penerima : Siti Nur'aini\nNo. WA : +62 812 3456 7890\nAlamat Lengkap : Perum Griya Asri Blok C2/10\nRT/RW : 003/005\nKelurahan/Desa : Pakansari\nKecamatan : Cibinong\nKota/Kab : Bogor\nProvinsi : Jawa Barat\nKode Pos : 16915\nPatokan : sebelah Indomaret",
        [
            "Siti Nur'aini",
            "0812-3456-7890",
            "Cibinong Bogor",
            "16915",
            "Perum Griya Asri Blok C2/10, RT/RW : 003/005, Kelurahan/Desa : Pakansari, Patokan : sebelah Indomaret",
        ],
    );
}

#[test]
fn labels_without_colons_and_in_shouting() {
    check(
        "NAMA BUDI SANTOSO\nHP 081234567890\nALAMAT JL MELATI NO 5\nKEC TAMBUN SELATAN\nKAB BEKASI",
        ["BUDI SANTOSO", "0812-3456-7890", "TAMBUN SELATAN KAB BEKASI", "", "JL MELATI NO 5"],
    );
}

#[test]
fn one_line_without_commas() {
    check(
        "Budi Santoso 081234567890 Jl Melati no 5 RT 02 RW 03 Kel. Mekarsari Kec. Tambun Selatan Kab. Bekasi Jawa Barat 17510",
        [
            "Budi Santoso",
            "0812-3456-7890",
            "Tambun Selatan Kab. Bekasi Jawa Barat",
            "17510",
            "Jl Melati no 5 RT 02 RW 03 Kel. Mekarsari",
        ],
    );
    check(
        "Sari 081234567890 Jl Dago 5 Coblong Bandung 40132",
        ["Sari", "0812-3456-7890", "Coblong Bandung", "40132", "Jl Dago 5"],
    );
    check("Kec Coblong Kota Bandung", ["", "", "Coblong Kota Bandung", "", ""]);
}

#[test]
fn one_line_with_commas() {
    check(
        "Sari Dewi, 0812 3456 7890, Jl. Dago No. 5, Coblong, Bandung 40132",
        ["Sari Dewi", "0812-3456-7890", "Coblong Bandung", "40132", "Jl. Dago No. 5"],
    );
    check(
        "Jl. Kemang Raya No.12A, RT.4/RW.5, Bangka, Kec. Mampang Prpt., Kota Jakarta Selatan, Daerah Khusus Ibukota Jakarta 12730",
        ["", "", "Mampang Prpt. Kota Jakarta Selatan", "12730", "Jl. Kemang Raya No.12A, RT.4/RW.5, Bangka"],
    );
}

#[test]
fn as_a_chat_writes_it() {
    check(
        "Halo kak 😊 ini alamatnya ya 🙏\nSari Dewi\n📱 0812.3456.7890\n🏠 Gg. Mawar 3 no 12 (pagar hijau)\nCoblong\nBandung ❤️",
        ["Sari Dewi", "0812-3456-7890", "Coblong Bandung", "", "Gg. Mawar 3 no 12 (pagar hijau)"],
    );
    check(
        "*Budi*\n_081234567890_\nKp. Baru RT 01 RW 02 Desa Sukamaju\nKec.Cikarang Utara Kab.Bekasi",
        ["Budi", "0812-3456-7890", "Cikarang Utara Kab. Bekasi", "", "Kp. Baru RT 01 RW 02 Desa Sukamaju"],
    );
}

#[test]
fn the_name_after_the_address() {
    check(
        "Jl. Dago No. 5\nKec. Coblong, Kota Bandung 40132\nPenerima: Sari Dewi\nTelp: (0812) 3456-7890",
        ["Sari Dewi", "0812-3456-7890", "Coblong Kota Bandung", "40132", "Jl. Dago No. 5"],
    );
}

#[test]
fn no_number_and_two_numbers() {
    check("Sari\nJl. Dago No. 5\nKec. Coblong", ["Sari", "", "Coblong", "", "Jl. Dago No. 5"]);
    check(
        "Sari\n081234567890 / 085712345678\nJl. Dago No. 5\nKec. Coblong",
        ["Sari", "0812-3456-7890", "Coblong", "", "Jl. Dago No. 5"],
    );
}

#[test]
fn a_postal_code_beside_a_phone_number_is_neither_s_part() {
    check("Sari 0812 3456 7890 40132", ["Sari", "0812-3456-7890", "", "40132", ""]);
    check("Sari 40132 0812 3456 7890", ["Sari", "0812-3456-7890", "", "40132", ""]);
    check(
        "Sari\nJl. Dago No. 08 RT 8/12\n+6281234567890",
        ["Sari", "0812-3456-7890", "", "", "Jl. Dago No. 08 RT 8/12"],
    );
}

#[test]
fn a_street_named_after_a_town_stays_a_street() {
    check(
        "Sari\nPerumahan Kota Wisata Blok A 1\nJl. Jawa Barat No. 7\nKec. Gunung Putri\nBogor",
        ["Sari", "", "Gunung Putri Bogor", "", "Perumahan Kota Wisata Blok A 1, Jl. Jawa Barat No. 7"],
    );
}

#[test]
fn nothing_is_found_in_nothing() {
    for text in ["", "  \n ", "🙏🙏", "--- , ;"] {
        assert!(split(text).is_empty(), "{text}");
    }
}

mod any {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_text_breaks_it(text in "(?s).{0,200}") {
            let _ = split(&text);
        }

        #[test]
        fn no_address_breaks_it(words in prop::collection::vec(
            prop::sample::select(vec![
                "Kec.", "kab", "Kota", "Jl.", "no", "5", "08123456789", "+62", "812", "17510", "\n", ",", ":",
                "Nama:", "HP", "😊", "é", "RT/RW", "(", "0", "62", "８",
            ]), 0..30)) {
            let text = words.join(" ");
            let found = split(&text);
            prop_assert!(found.district.len() <= 60);
            prop_assert!(!found.name.contains('\n') && !found.street.contains('\n'));
        }
    }
}
