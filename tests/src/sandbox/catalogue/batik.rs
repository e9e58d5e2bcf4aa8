//! Sekar Batik Nusantara: clothes and cloth, more products than one page holds.

use super::goods::{Goods, Pack, physical};
use super::seed::Seed;
use crate::sandbox::picture::palette::{
    ARANG, DADU, HIJAU, INDIGO, KRIM, KUNYIT, LAUT, MARUN, SOGA, TERAKOTA, UNGU,
};
use crate::sandbox::picture::{Cloth, Motif, Picture};

const SIZES: &[&str] = &["S", "M", "L", "XL"];

pub(super) fn store() -> Seed {
    Seed {
        number: 1,
        key: "batik",
        name: "Sekar Batik Nusantara",
        tagline: "Batik tulis dan cap dari Pekalongan, dijahit halus untuk sehari-hari.",
        sku: "SBN",
        logo: Picture::of(Motif::Logo, &SOGA).cloth(Cloth::Kawung).title("S"),
        payment_methods: &[
            "bank_transfer",
            "cod",
            "qris",
            "va_bca",
            "va_bni",
            "va_bri",
            "va_mandiri",
            "gopay",
            "ovo",
            "dana",
            "shopeepay",
            "alfamart",
            "invoice",
            "payment_link",
        ],
        sub_payment_methods: None,
        accounts: &[("bca", "CV Sekar Batik Nusantara"), ("mandiri", "CV Sekar Batik Nusantara")],
        largest_unique_code: None,
        cod_fee: None,
        goods: clothes().into_iter().chain(accessories()).chain(home()).collect(),
        packs: packs(),
    }
}

fn clothes() -> Vec<Goods> {
    vec![
        physical("kemeja-parang", "Kemeja Batik Parang Soga", 289_000, 280)
            .about("Kemeja lengan pendek katun primisima, motif parang cap dengan pewarna soga alami.")
            .picture(Picture::of(Motif::Shirt, &SOGA).cloth(Cloth::Parang))
            .choice("Ukuran", &["S", "M", "L", "XL", "XXL"])
            .extra("XXL", 20_000, 40)
            .stock(&[12, 24, 18, 3, 0])
            .labels(&["pria", "terlaris"]),
        physical("kemeja-kawung", "Kemeja Lengan Panjang Kawung", 349_000, 340)
            .about("Lengan panjang berlapis furing, pantas untuk kondangan dan rapat penting.")
            .picture(Picture::of(Motif::LongShirt, &INDIGO).cloth(Cloth::Kawung))
            .choice("Ukuran", SIZES)
            .choice("Warna", &["Indigo", "Marun"])
            .tints(&[("Indigo", &INDIGO), ("Marun", &MARUN)])
            .stock(&[6, 4, 11, 9, 8, 0, 2, 1])
            .labels(&["pria"]),
        physical("kemeja-mega-mendung", "Kemeja Mega Mendung Cirebon", 315_000, 290)
            .about("Awan Cirebon tujuh lapis pada katun dobby yang adem.")
            .picture(Picture::of(Motif::Shirt, &LAUT).cloth(Cloth::Mega))
            .choice("Ukuran", SIZES)
            .stock(&[9, 15, 14, 7])
            .labels(&["pria"]),
        physical("kemeja-anak", "Kemeja Batik Anak Ceplok", 139_000, 160)
            .about("Lembut di kulit, kancing kayu, untuk usia 2 sampai 8 tahun.")
            .picture(Picture::of(Motif::Shirt, &KUNYIT).cloth(Cloth::Ceplok))
            .choice("Usia", &["2-3 tahun", "4-5 tahun", "6-8 tahun"])
            .extra("6-8 tahun", 15_000, 40)
            .stock(&[10, 8, 2])
            .labels(&["anak"]),
        physical("blus-truntum", "Blus Truntum Kerah Shanghai", 245_000, 230)
            .about("Blus kerja dengan kancing bungkus dan lengan tujuh per delapan.")
            .picture(Picture::of(Motif::Blouse, &DADU).cloth(Cloth::Truntum))
            .choice("Ukuran", SIZES)
            .stock(&[7, 13, 6, 0])
            .labels(&["wanita", "kantor"]),
        physical("kebaya-kutu-baru", "Kebaya Kutu Baru Brokat", 425_000, 310)
            .about("Brokat semi prancis dengan furing katun, jatuh rapi di badan.")
            .picture(Picture::of(Motif::Blouse, &MARUN).cloth(Cloth::Ceplok))
            .choice("Ukuran", SIZES)
            .choice("Warna", &["Marun", "Sage"])
            .tints(&[("Marun", &MARUN), ("Sage", &HIJAU)])
            .stock(&[3, 5, 6, 4, 4, 2, 0, 0])
            .labels(&["wanita", "pesta"]),
        physical("dress-mega", "Dress Midi Mega Mendung", 375_000, 360)
            .about("Potongan A dengan saku dalam; panjang 115 cm.")
            .picture(Picture::of(Motif::Dress, &INDIGO).cloth(Cloth::Mega))
            .choice("Ukuran", SIZES)
            .stock(&[5, 9, 9, 2])
            .labels(&["wanita", "terlaris"]),
        physical("dress-lurik", "Dress Lurik Klaten", 329_000, 350)
            .about("Tenun lurik ATBM, ringan dan kuat dipakai seharian.")
            .picture(Picture::of(Motif::Dress, &TERAKOTA).cloth(Cloth::Lurik))
            .choice("Ukuran", SIZES)
            .stock(&[0, 0, 0, 0])
            .labels(&["wanita"]),
        physical("outer-kimono", "Outer Kimono Batik Cap", 219_000, 240)
            .about("Satu ukuran untuk semua, tinggal disampirkan di atas kaus polos.")
            .picture(Picture::of(Motif::Kimono, &UNGU).cloth(Cloth::Kawung))
            .choice("Warna", &["Plum", "Arang", "Kunyit"])
            .tints(&[("Plum", &UNGU), ("Arang", &ARANG), ("Kunyit", &KUNYIT)])
            .stock(&[8, 14, 0])
            .labels(&["wanita"]),
        physical("rok-lilit", "Rok Lilit Parang", 185_000, 260)
            .about("Rok lilit bertali, dari semata kaki bisa dipendekkan.")
            .picture(Picture::of(Motif::Skirt, &SOGA).cloth(Cloth::Parang))
            .choice("Warna", &["Soga", "Indigo"])
            .tints(&[("Soga", &SOGA), ("Indigo", &INDIGO)])
            .stock(&[11, 6])
            .labels(&["wanita"]),
        physical("celana-kulot", "Celana Kulot Lurik", 169_000, 270)
            .about("Pinggang karet belakang, dua saku, kain tidak menerawang.")
            .picture(Picture::of(Motif::Trousers, &ARANG).cloth(Cloth::Lurik))
            .choice("Ukuran", &["M", "L", "XL"])
            .stock(&[10, 12, 5])
            .labels(&["wanita"]),
        physical("sarung-tenun", "Sarung Tenun Pekalongan", 198_000, 420)
            .about("Tenun benang 210 yang halus, tidak luntur.")
            .picture(Picture::of(Motif::Folded, &HIJAU).cloth(Cloth::Lurik))
            .choice("Warna", &["Sage", "Marun", "Indigo"])
            .tints(&[("Sage", &HIJAU), ("Marun", &MARUN), ("Indigo", &INDIGO)])
            .stock(&[20, 16, 4])
            .labels(&["pria", "ibadah"]),
    ]
}

fn accessories() -> Vec<Goods> {
    vec![
        physical("selendang-truntum", "Selendang Sutra Truntum", 265_000, 110)
            .about("Sutra ATM 180 × 55 cm dengan rumbai simpul tangan.")
            .picture(Picture::of(Motif::Scarf, &DADU).cloth(Cloth::Truntum))
            .choice("Warna", &["Dadu", "Laut", "Kunyit"])
            .tints(&[("Dadu", &DADU), ("Laut", &LAUT), ("Kunyit", &KUNYIT)])
            .stock(&[4, 7, 1])
            .labels(&["wanita", "hadiah"]),
        physical("syal-lurik", "Syal Lurik Rumbai", 95_000, 120)
            .about("Syal ringan untuk perjalanan dan ruang ber-AC.")
            .picture(Picture::of(Motif::Scarf, &TERAKOTA).cloth(Cloth::Lurik))
            .stock(&[33])
            .labels(&["hadiah"]),
        physical("tas-tote", "Tote Bag Kanvas Kawung", 125_000, 300)
            .about("Kanvas 12 oz dengan saku batik, muat laptop 14 inci.")
            .picture(Picture::of(Motif::Tote, &KRIM).cloth(Cloth::Kawung))
            .choice("Warna", &["Krim", "Arang"])
            .tints(&[("Krim", &KRIM), ("Arang", &ARANG)])
            .stock(&[40, 22])
            .labels(&["tas", "terlaris"]),
        physical("pouch-ceplok", "Pouch Resleting Ceplok", 49_000, 90)
            .about("Untuk alat tulis, kosmetik, atau kabel.")
            .picture(Picture::of(Motif::Pouch, &KUNYIT).cloth(Cloth::Ceplok))
            .choice("Warna", &["Kunyit", "Indigo", "Marun"])
            .tints(&[("Kunyit", &KUNYIT), ("Indigo", &INDIGO), ("Marun", &MARUN)])
            .stock(&[60, 48, 5])
            .labels(&["tas", "hadiah"]),
        physical("dompet-batik", "Dompet Panjang Kulit & Batik", 159_000, 150)
            .about("Kulit sapi di luar, parang di dalam, 12 slot kartu.")
            .picture(Picture::of(Motif::Wallet, &SOGA).cloth(Cloth::Parang))
            .stock(&[14])
            .labels(&["tas", "hadiah"]),
        physical("sandal-lurik", "Sandal Selop Lurik", 135_000, 450)
            .about("Sol karet, alas empuk, ukuran pas kaki Indonesia.")
            .picture(Picture::of(Motif::Sandal, &TERAKOTA).cloth(Cloth::Lurik))
            .choice("Ukuran", &["37", "38", "39", "40", "41"])
            .stock(&[4, 9, 9, 6, 0])
            .labels(&["alas kaki"]),
        physical("topi-bucket", "Topi Bucket Bolak-balik", 89_000, 110)
            .about("Satu sisi batik, satu sisi polos.")
            .picture(Picture::of(Motif::BucketHat, &LAUT).cloth(Cloth::Mega))
            .stock(&[27])
            .labels(&["aksesori"]),
        physical("blangkon", "Blangkon Solo Halus", 115_000, 180)
            .about("Wiru dilipat tangan; ukur lingkar kepala sebelum memilih.")
            .picture(Picture::of(Motif::Blangkon, &SOGA).cloth(Cloth::Parang))
            .choice("Ukuran", &["56", "57", "58", "59"])
            .stock(&[2, 5, 3, 0])
            .labels(&["pria", "adat"]),
        physical("anting-kawung", "Anting Kuningan Kawung", 69_000, 40)
            .about("Kuningan lapis anti alergi, ringan sekali.")
            .picture(Picture::of(Motif::Earrings, &KUNYIT))
            .stock(&[18])
            .labels(&["aksesori", "hadiah"]),
        physical("kipas-lipat", "Kipas Lipat Bambu Batik", 35_000, 60)
            .about("Bambu wulung, kain batik cap, lengkap dengan sarungnya.")
            .picture(Picture::of(Motif::Fan, &MARUN).cloth(Cloth::Truntum))
            .labels(&["aksesori", "hadiah"]),
        physical("masker-kain", "Masker Kain 3 Lapis", 15_000, 20)
            .about("Sisa kain yang sayang dibuang; motif dikirim acak.")
            .picture(Picture::of(Motif::Pouch, &HIJAU).cloth(Cloth::Truntum))
            .stock(&[200])
            .hidden(),
    ]
}

fn home() -> Vec<Goods> {
    vec![
        physical("sarung-bantal", "Sarung Bantal Sofa Mega", 79_000, 180)
            .about("40 × 40 cm, resleting tersembunyi, tanpa isi.")
            .picture(Picture::of(Motif::Cushion, &LAUT).cloth(Cloth::Mega))
            .choice("Warna", &["Laut", "Terakota"])
            .tints(&[("Laut", &LAUT), ("Terakota", &TERAKOTA)])
            .stock(&[25, 19])
            .labels(&["rumah"]),
        physical("taplak-meja", "Taplak Meja Ceplok", 149_000, 380)
            .about("150 × 150 cm, dicap dua sisi.")
            .picture(Picture::of(Motif::Folded, &MARUN).cloth(Cloth::Ceplok))
            .stock(&[8])
            .labels(&["rumah"]),
        physical("celemek", "Celemek Dapur Lurik", 85_000, 210)
            .about("Tali leher bisa diatur, dua saku besar.")
            .picture(Picture::of(Motif::Apron, &HIJAU).cloth(Cloth::Lurik))
            .stock(&[15])
            .labels(&["rumah", "hadiah"]),
        physical("kain-tulis", "Kain Batik Tulis Sogan", 1_250_000, 480)
            .about("Batik tulis 240 × 105 cm, tiga bulan pengerjaan oleh Bu Rukmini.")
            .picture(Picture::of(Motif::Folded, &SOGA).cloth(Cloth::Kawung))
            .stock(&[1])
            .labels(&["kolektor"]),
        physical("kain-cap", "Kain Batik Cap per Potong", 175_000, 400)
            .about("Katun primisima 200 × 115 cm, siap jahit.")
            .picture(Picture::of(Motif::Folded, &INDIGO).cloth(Cloth::Parang))
            .choice("Motif", &["Parang", "Kawung", "Sekar Jagad"])
            .stock(&[30, 21, 12])
            .unchecked(&["Sekar Jagad"])
            .labels(&["kain"]),
        physical("kotak-kado", "Kotak Kado & Kartu Ucapan", 25_000, 150)
            .about("Kotak kraft berpita, kartu ditulis tangan sesuai catatan pesanan.")
            .picture(Picture::of(Motif::GiftBox, &DADU).cloth(Cloth::Truntum))
            .labels(&["hadiah"]),
    ]
}

fn packs() -> Vec<Pack> {
    vec![
        Pack {
            slug: "paket-sarimbit",
            name: "Paket Sarimbit Kawung",
            picture: Picture::of(Motif::Pair, &INDIGO).cloth(Cloth::Kawung),
            weight_bump: 80,
            lines: &[("kemeja-kawung", 2, 1), ("dress-mega", 1, 1)],
            prices: &[("Harga Normal", 649_000, true), ("Harga Reseller", 585_000, false)],
        },
        Pack {
            slug: "paket-hadiah-ibu",
            name: "Paket Hadiah untuk Ibu",
            picture: Picture::of(Motif::GiftBox, &MARUN).cloth(Cloth::Ceplok),
            weight_bump: 120,
            lines: &[("selendang-truntum", 0, 1), ("pouch-ceplok", 2, 1), ("kotak-kado", 0, 1)],
            prices: &[("Harga Normal", 315_000, true)],
        },
        Pack {
            slug: "paket-seragam",
            name: "Paket Seragam Kantor (6 Kemeja)",
            picture: Picture::of(Motif::Folded, &LAUT).cloth(Cloth::Mega),
            weight_bump: 200,
            lines: &[("kemeja-mega-mendung", 1, 3), ("kemeja-mega-mendung", 2, 3)],
            prices: &[("Harga Normal", 1_690_000, true), ("Beli 2 Paket", 3_200_000, true)],
        },
    ]
}
