//! Ruang Kreasi: a digital creator's shop, with a few things in paper.

use super::goods::{Goods, Pack, digital, physical};
use super::product::ItemType::{Course, Digital, License, Subscription};
use super::seed::Seed;
use crate::sandbox::picture::palette::{
    ARANG, DADU, HIJAU, INDIGO, KRIM, KUNYIT, LAUT, MARUN, TERAKOTA, UNGU,
};
use crate::sandbox::picture::{Motif, Picture};

pub(super) fn store() -> Seed {
    Seed {
        number: 3,
        key: "kreator",
        name: "Ruang Kreasi",
        tagline: "E-book, kelas, dan templat untuk yang sedang merintis usaha kreatif.",
        sku: "RKR",
        logo: Picture::of(Motif::Logo, &UNGU).title("R"),
        payment_methods: &[
            "payment_link",
            "invoice",
            "qris",
            "va_bca",
            "va_bni",
            "va_mandiri",
            "va_permata",
            "gopay",
            "dana",
            "shopeepay",
            "card",
            "bank_transfer",
        ],
        sub_payment_methods: None,
        accounts: &[("bca", "PT Ruang Kreasi Digital")],
        largest_unique_code: None,
        cod_fee: None,
        goods: books().into_iter().chain(courses()).chain(templates()).chain(paper()).collect(),
        packs: packs(),
    }
}

fn books() -> Vec<Goods> {
    vec![
        digital(Digital, "ebook-freelance", "E-book Mulai Freelance dari Nol", 79_000)
            .about("Portofolio, tarif, kontrak, dan cara menagih tanpa sungkan. 132 halaman.")
            .with_sku()
            .picture(Picture::of(Motif::Ebook, &INDIGO).title("Mulai Freelance").note("dari Nol"))
            .labels(&["e-book", "terlaris"]),
        digital(Digital, "ebook-caption", "E-book 101 Caption Jualan", 49_000)
            .about("Seratus satu kalimat pembuka yang membuat orang berhenti menggulir.")
            .picture(Picture::of(Motif::Ebook, &TERAKOTA).title("101 Caption").note("Jualan"))
            .labels(&["e-book"]),
        digital(Digital, "ebook-resep", "E-book Resep Kue Kering Lebaran", 59_000)
            .about("Tiga puluh resep yang sudah diuji, dengan hitungan modalnya.")
            .picture(Picture::of(Motif::Ebook, &DADU).title("Kue Kering").note("30 Resep"))
            .choice("Format", &["PDF", "PDF + Video"])
            .extra("PDF + Video", 40_000, 0)
            .labels(&["e-book"]),
        digital(Digital, "ebook-keuangan", "E-book Keuangan UMKM", 89_000)
            .about("Arus kas, harga pokok, dan pajak final, dijelaskan tanpa istilah rumit.")
            .picture(Picture::of(Motif::Ebook, &HIJAU).title("Keuangan UMKM").note("Edisi 2026"))
            .labels(&["e-book"]),
    ]
}

fn courses() -> Vec<Goods> {
    vec![
        digital(Course, "kelas-ilustrasi", "Kelas Ilustrasi Digital Pemula", 249_000)
            .about("24 video, 6 tugas, dan umpan balik dari mentor selama sebulan.")
            .picture(Picture::of(Motif::CourseScreen, &UNGU).title("Ilustrasi Digital"))
            .labels(&["kelas", "terlaris"]),
        digital(Course, "kelas-foto-produk", "Kelas Foto Produk Pakai Ponsel", 189_000)
            .about("Cahaya jendela, kertas karton, dan ponsel: cukup.")
            .picture(Picture::of(Motif::CourseScreen, &KUNYIT).title("Foto Produk"))
            .labels(&["kelas"]),
        digital(Course, "kelas-iklan", "Kelas Iklan Media Sosial", 399_000)
            .about("Dari target sampai laporan; tiga kali pertemuan langsung. Kursi terbatas.")
            .picture(Picture::of(Motif::CourseScreen, &LAUT).title("Iklan Sosial"))
            .choice("Kelas", &["Januari", "Februari"])
            .stock(&[0, 12])
            .labels(&["kelas"]),
    ]
}

fn templates() -> Vec<Goods> {
    vec![
        digital(Digital, "templat-instagram", "Templat Instagram Jualan (60 Desain)", 99_000)
            .about("Bisa disunting di ponsel. Ganti foto, ganti harga, unggah.")
            .picture(Picture::of(Motif::Phone, &DADU).title("60 Templat"))
            .labels(&["templat"]),
        digital(Digital, "templat-keuangan", "Templat Catatan Keuangan Toko", 65_000)
            .about("Lembar sebar siap isi: penjualan, stok, laba rugi otomatis.")
            .picture(Picture::of(Motif::Sheet, &HIJAU).title("Keuangan"))
            .labels(&["templat"]),
        digital(Digital, "templat-cv", "Templat CV & Portofolio", 45_000)
            .about("Delapan tata letak yang lolos penyaring otomatis.")
            .picture(Picture::of(Motif::Sheet, &INDIGO).title("CV"))
            .labels(&["templat"]),
        digital(Digital, "preset-foto", "Preset Foto Senja (12 Warna)", 75_000)
            .about("Untuk ponsel dan desktop; satu sentuhan, satu suasana.")
            .picture(Picture::of(Motif::Sunset, &TERAKOTA).title("Preset Senja"))
            .labels(&["templat"]),
        digital(License, "lisensi-huruf", "Lisensi Huruf Sekar Sans", 150_000)
            .about("Enam ketebalan. Lisensi seumur hidup.")
            .picture(Picture::of(Motif::Font, &ARANG).title("Sekar Sans"))
            .choice("Lisensi", &["Pribadi", "Komersial"])
            .extra("Komersial", 350_000, 0)
            .labels(&["lisensi"]),
        digital(License, "lisensi-kasir", "Lisensi Aplikasi Kasir Warung", 299_000)
            .about("Satu kode untuk satu perangkat, berlaku setahun.")
            .picture(Picture::of(Motif::KeyCard, &LAUT).title("Kasir Warung"))
            .stock(&[5])
            .labels(&["lisensi"]),
        digital(Subscription, "komunitas", "Langganan Komunitas Ruang Kreasi", 49_000)
            .about("Diskusi mingguan, bank templat, dan lowongan proyek. Diperpanjang tiap bulan.")
            .picture(Picture::of(Motif::KeyCard, &UNGU).title("Komunitas"))
            .labels(&["langganan"]),
        digital(Digital, "bonus-cek", "Daftar Periksa Buka Toko (Bonus)", 1_000)
            .about("Hanya lewat tautan dari surel.")
            .picture(Picture::of(Motif::Sheet, &KUNYIT).title("Cek"))
            .hidden(),
    ]
}

fn paper() -> Vec<Goods> {
    vec![
        physical("buku-catatan", "Buku Catatan Rencana 2027", 95_000, 340)
            .about("A5, 192 halaman bertitik, kertas krem 100 g.")
            .picture(Picture::of(Motif::Notebook, &MARUN).title("2027"))
            .choice("Warna", &["Marun", "Laut", "Krim"])
            .tints(&[("Marun", &MARUN), ("Laut", &LAUT), ("Krim", &KRIM)])
            .stock(&[28, 15, 3])
            .labels(&["alat tulis"]),
        physical("stiker-semangat", "Paket Stiker Semangat (24 Lembar)", 35_000, 60)
            .about("Vinil tahan air, dipotong mengikuti bentuk.")
            .picture(Picture::of(Motif::Stickers, &KUNYIT))
            .stock(&[120])
            .labels(&["alat tulis", "hadiah"]),
    ]
}

fn packs() -> Vec<Pack> {
    vec![
        Pack {
            slug: "paket-perintis",
            name: "Paket Perintis Digital",
            picture: Picture::of(Motif::EbookTrio, &INDIGO).title("Paket Perintis"),
            weight_bump: 0,
            lines: &[("ebook-freelance", 0, 1), ("ebook-caption", 0, 1), ("templat-instagram", 0, 1)],
            prices: &[("Harga Normal", 169_000, true), ("Harga Alumni", 129_000, false)],
        },
        Pack {
            slug: "paket-rencana",
            name: "Paket Rencana: Buku + E-book",
            picture: Picture::of(Motif::NotebookAndEbook, &MARUN).title("Rencana"),
            weight_bump: 30,
            lines: &[("buku-catatan", 0, 1), ("ebook-keuangan", 0, 1), ("stiker-semangat", 0, 1)],
            prices: &[("Harga Normal", 189_000, true)],
        },
        Pack {
            slug: "paket-lengkap",
            name: "Paket Lengkap Semua E-book",
            picture: Picture::of(Motif::EbookTrio, &HIJAU).title("Semua E-book"),
            weight_bump: 0,
            lines: &[
                ("ebook-freelance", 0, 1),
                ("ebook-caption", 0, 1),
                ("ebook-resep", 0, 1),
                ("ebook-keuangan", 0, 1),
            ],
            prices: &[("Harga Normal", 219_000, true), ("Harga Patungan (2 orang)", 399_000, true)],
        },
    ]
}
