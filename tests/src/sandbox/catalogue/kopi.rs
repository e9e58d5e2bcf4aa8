//! Kopi Lereng & Jajan: coffee and snacks, with settings from before `va_*` codes,
//! unique codes on transfers and a fee for cash at the door.

use super::goods::{Goods, Pack, digital, physical};
use super::product::ItemType;
use super::seed::Seed;
use crate::sandbox::picture::palette::{ARANG, DADU, HIJAU, KOPI, KRIM, KUNYIT, LAUT, MARUN, SOGA, TERAKOTA};
use crate::sandbox::picture::{Cloth, Motif, Picture};

const GRINDS: &[&str] = &["Biji", "Kasar", "Sedang", "Halus"];

pub(super) fn store() -> Seed {
    Seed {
        number: 2,
        key: "kopi",
        name: "Kopi Lereng & Jajan",
        tagline: "Kopi sangrai mingguan dan jajanan rumahan dari lereng Merapi.",
        sku: "KLJ",
        logo: Picture::of(Motif::Logo, &KOPI).title("K"),
        payment_methods: &["bank_transfer", "cod", "qris", "va", "gopay", "invoice"],
        sub_payment_methods: Some(&["BCA", "BRI", "MANDIRI"]),
        accounts: &[("bri", "Wahyu Prasetyo"), ("bca", "Wahyu Prasetyo")],
        largest_unique_code: Some(500),
        cod_fee: Some(4_000),
        goods: coffee().into_iter().chain(snacks()).chain(gear()).collect(),
        packs: packs(),
    }
}

fn bag(slug: &'static str, name: &'static str, price: i64, picture: Picture) -> Goods {
    physical(slug, name, price, 220).picture(picture).choice("Giling", GRINDS).labels(&["kopi"])
}

fn coffee() -> Vec<Goods> {
    vec![
        bag(
            "arabika-gayo",
            "Arabika Gayo Wine 200 g",
            98_000,
            Picture::of(Motif::CoffeeBag, &MARUN).title("Gayo").note("Wine Process"),
        )
        .about("Takengon, 1.450 mdpl. Anggur, cokelat hitam, sisa manis panjang.")
        .stock(&[34, 20, 26, 11]),
        bag(
            "arabika-kintamani",
            "Arabika Kintamani 200 g",
            89_000,
            Picture::of(Motif::CoffeeBag, &KUNYIT).title("Kintamani").note("Natural"),
        )
        .about("Bangli, Bali. Jeruk, madu, badan ringan.")
        .stock(&[18, 9, 14, 0]),
        bag(
            "arabika-toraja",
            "Arabika Toraja Sapan 200 g",
            92_000,
            Picture::of(Motif::CoffeeBag, &TERAKOTA).title("Toraja").note("Semi Washed"),
        )
        .about("Sapan, 1.700 mdpl. Rempah, kacang panggang, asam lembut.")
        .stock(&[16, 16, 12, 8]),
        bag(
            "arabika-bajawa",
            "Arabika Flores Bajawa 200 g",
            85_000,
            Picture::of(Motif::CoffeeBag, &HIJAU).title("Bajawa").note("Honey"),
        )
        .about("Ngada, Flores. Karamel, vanili, bunga kering.")
        .stock(&[0, 0, 0, 0]),
        bag(
            "robusta-temanggung",
            "Robusta Temanggung 250 g",
            55_000,
            Picture::of(Motif::CoffeeBag, &ARANG).title("Temanggung").note("Robusta"),
        )
        .about("Pekat dan bersih, cocok untuk tubruk dan kopi susu.")
        .extra("Halus", 2_000, 0)
        .stock(&[50, 41, 38, 77]),
        physical("drip-bag", "Drip Bag Merapi isi 10", 75_000, 160)
            .about("Tinggal seduh: sepuluh sachet, dua menit per cangkir.")
            .picture(Picture::of(Motif::DripBox, &LAUT).title("Merapi"))
            .choice("Rasa", &["Gayo", "Kintamani", "Campur"])
            .stock(&[25, 3, 40])
            .labels(&["kopi", "terlaris"]),
        physical("kopi-susu-botol", "Kopi Susu Gula Aren 1 L", 78_000, 1150)
            .about("Tahan lima hari di kulkas. Dikirim hari yang sama, area Yogyakarta dan Sleman.")
            .picture(Picture::of(Motif::Bottle, &SOGA).title("Gula Aren"))
            .stock(&[6])
            .labels(&["kopi"]),
    ]
}

fn snacks() -> Vec<Goods> {
    vec![
        physical("keripik-tempe", "Keripik Tempe Sagu", 22_000, 130)
            .about("Tipis, gurih, digoreng dua kali.")
            .picture(Picture::of(Motif::SnackPouch, &KUNYIT).title("Keripik Tempe"))
            .choice("Rasa", &["Original", "Pedas", "Daun Jeruk"])
            .tints(&[("Original", &KUNYIT), ("Pedas", &MARUN), ("Daun Jeruk", &HIJAU)])
            .stock(&[80, 64, 4])
            .labels(&["jajan", "terlaris"]),
        physical("keripik-pisang", "Keripik Pisang Kepok", 25_000, 150)
            .about("Irisan tipis pisang kepok tua dari kebun sendiri.")
            .picture(Picture::of(Motif::SnackPouch, &TERAKOTA).title("Keripik Pisang"))
            .choice("Rasa", &["Asin", "Cokelat"])
            .tints(&[("Asin", &TERAKOTA), ("Cokelat", &KOPI)])
            .stock(&[45, 30])
            .labels(&["jajan"]),
        physical("mete-panggang", "Kacang Mete Panggang 250 g", 68_000, 270)
            .about("Mete Wonogiri utuh, dipanggang tanpa minyak.")
            .picture(Picture::of(Motif::SnackPouch, &LAUT).title("Mete Panggang"))
            .stock(&[21])
            .labels(&["jajan"]),
        physical("sambal-roa", "Sambal Roa Manado 200 g", 45_000, 320)
            .about("Ikan roa asap, pedas yang pelan-pelan datang.")
            .picture(Picture::of(Motif::Jar, &MARUN).title("Sambal Roa"))
            .choice("Level", &["Sedang", "Pedas", "Gila"])
            .stock(&[38, 27, 0])
            .labels(&["sambal", "terlaris"]),
        physical("sambal-matah", "Sambal Matah Bali 180 g", 42_000, 300)
            .about("Serai, bawang merah, minyak kelapa. Simpan di kulkas.")
            .picture(Picture::of(Motif::Jar, &HIJAU).title("Sambal Matah"))
            .stock(&[2])
            .labels(&["sambal"]),
        physical("gula-aren", "Gula Aren Semut 500 g", 38_000, 530)
            .about("Nira aren Kulon Progo, tanpa campuran tebu.")
            .picture(Picture::of(Motif::Jar, &SOGA).title("Gula Aren"))
            .stock(&[55])
            .labels(&["dapur"]),
        physical("teh-melati", "Teh Melati Gopek Premium", 28_000, 110)
            .about("Seduhan wasgitel: wangi, sepet, legi, kentel.")
            .picture(Picture::of(Motif::DripBox, &HIJAU).title("Teh Melati"))
            .labels(&["dapur"]),
    ]
}

fn gear() -> Vec<Goods> {
    vec![
        physical("mug-enamel", "Mug Enamel Lereng 300 ml", 65_000, 250)
            .about("Enamel dua lapis, aman di atas kompor.")
            .picture(Picture::of(Motif::Mug, &KRIM).cloth(Cloth::Mega))
            .choice("Warna", &["Krim", "Arang", "Dadu"])
            .tints(&[("Krim", &KRIM), ("Arang", &ARANG), ("Dadu", &DADU)])
            .stock(&[19, 23, 0])
            .labels(&["alat"]),
        physical("dripper-keramik", "Dripper Keramik V60", 145_000, 420)
            .about("Keramik Kasongan, satu lubang, alur spiral.")
            .picture(Picture::of(Motif::Dripper, &TERAKOTA))
            .stock(&[7])
            .labels(&["alat"]),
        physical("tumbler", "Tumbler Bambu 450 ml", 129_000, 380)
            .about("Luar bambu, dalam baja nirkarat 304, panas enam jam.")
            .picture(Picture::of(Motif::Tumbler, &SOGA).title("Lereng"))
            .stock(&[12])
            .labels(&["alat", "hadiah"]),
        digital(ItemType::Digital, "panduan-seduh", "E-book Panduan Seduh Rumahan", 39_000)
            .about("48 halaman: takaran, suhu, dan dua belas resep. PDF dan EPUB.")
            .picture(Picture::of(Motif::Ebook, &KOPI).title("Panduan Seduh").note("48 halaman"))
            .labels(&["digital"]),
    ]
}

fn packs() -> Vec<Pack> {
    vec![
        Pack {
            slug: "paket-tiga-kopi",
            name: "Paket Hemat 3 Kopi Nusantara",
            picture: Picture::of(Motif::CoffeeTrio, &KOPI).title("3 Kopi"),
            weight_bump: 50,
            lines: &[("arabika-gayo", 0, 1), ("arabika-kintamani", 0, 1), ("arabika-toraja", 0, 1)],
            prices: &[("Harga Normal", 249_000, true), ("Harga Kafe", 225_000, false)],
        },
        Pack {
            slug: "paket-ngopi-jajan",
            name: "Paket Ngopi & Jajan",
            picture: Picture::of(Motif::Hamper, &TERAKOTA).title("Ngopi & Jajan"),
            weight_bump: 100,
            lines: &[("drip-bag", 2, 1), ("keripik-tempe", 0, 2), ("keripik-pisang", 1, 1)],
            prices: &[("Harga Normal", 129_000, true)],
        },
        Pack {
            slug: "paket-belajar-seduh",
            name: "Paket Belajar Seduh + E-book",
            picture: Picture::of(Motif::Hamper, &LAUT).title("Belajar Seduh"),
            weight_bump: 150,
            lines: &[("dripper-keramik", 0, 1), ("arabika-gayo", 2, 1), ("panduan-seduh", 0, 1)],
            prices: &[("Harga Normal", 259_000, true)],
        },
    ]
}
