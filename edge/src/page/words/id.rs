//! Indonesian, formal: the page is passed on to people whom the store does not know.

use super::{Words, say};

pub(super) const WORDS: Words = Words {
    confirming: say(
        "Memastikan pesanan",
        "Kami sedang memastikan pesanan Anda. Jangan pesan ulang; cara bayar akan muncul di sini.",
    ),
    waiting: say(
        "Dalam antrean",
        "Toko sedang ramai. Pesanan Anda dalam antrean dan dikirim sendiri begitu gilirannya tiba.",
    ),
    absent: say(
        "Pesanan belum tercatat",
        "Pesanan ini tidak sampai ke toko dan Anda belum ditagih. Silakan pesan sekali lagi.",
    ),
    review: say(
        "Toko akan menghubungi Anda",
        "Toko sedang memeriksa pesanan ini. Jangan pesan ulang; sebutkan kode di bawah bila Anda menghubungi toko.",
    ),
    refused: say(
        "Pesanan tidak diterima",
        "Toko tidak bisa menerima pesanan ini dan Anda belum ditagih. Periksa lagi isinya, lalu pesan kembali.",
    ),
    received: say(
        "Pesanan diterima",
        "Pesanan sudah masuk ke toko. Penjual akan menghubungi Anda untuk langkah berikutnya.",
    ),
    unpaid: say("Menunggu pembayaran", "Bayar pesanan ini supaya toko bisa segera menyiapkannya."),
    expired: say(
        "Batas waktu bayar sudah lewat",
        "Jangan bayar lagi lewat halaman ini. Kalau masih ingin barangnya, tanyakan ke penjual atau pesan kembali.",
    ),
    cash: say("Pesanan diterima, bayar di tempat", "Siapkan uang tunai; kurir menagihnya saat paket tiba."),
    conflict: say(
        "Pembayaran sedang diperiksa",
        "Jangan bayar lagi. Toko sedang mencocokkan pembayaran Anda.",
    ),
    paid: say("Pembayaran diterima", "Terima kasih. Toko akan segera menyiapkan pesanan ini."),
    packing: say("Pesanan sedang disiapkan", "Toko sedang menyiapkan pesanan ini."),
    ready: say("Siap dikirim", "Paket sudah siap dan menunggu dijemput kurir."),
    shipped: say("Dalam perjalanan", "Paket sedang dibawa kurir. Lacak dengan nomor resi di bawah."),
    completed: say("Pesanan selesai", "Pesanan sudah sampai. Terima kasih sudah berbelanja."),
    canceled: say(
        "Pesanan dibatalkan",
        "Pesanan ini sudah tidak berlaku. Tanyakan ke penjual bila Anda tidak merasa membatalkannya.",
    ),
    canceled_paid: say(
        "Pesanan dibatalkan setelah dibayar",
        "Hubungi penjual dan sebutkan kode pesanan untuk menanyakan pengembalian uang.",
    ),
    returned: say(
        "Paket kembali ke toko",
        "Kurir tidak bisa menyerahkan paket ini. Hubungi penjual untuk mengirimnya sekali lagi.",
    ),

    order_at: "Pesanan di {}",
    order: "Pesanan",
    reference: "Kode pesanan",
    placed: "Dipesan",
    description: "Lihat status pesanan, cara bayar, dan nomor resinya di sini.",
    as_of: "Toko belum bisa dihubungi. Ini keadaan terakhir yang diketahui, per",

    journey: "Perjalanan pesanan",
    stations: ["Dipesan", "Bayar", "Dikemas", "Dikirim", "Selesai"],
    station_done: "sudah",

    to_pay: "Yang harus dibayar",
    total: "Total",
    paid_so_far: "Sudah dibayar {}. Ini sisanya:",
    pay_before: "Bayar sebelum",
    pay_now: "Bayar sekarang",
    pay_opens: "Anda akan pindah ke halaman pembayaran toko.",
    transfer: "Transfer ke rekening ini",
    transfer_exactly: "Transfer tepat sampai angka terakhir, supaya toko mengenali pembayaran Anda.",
    transfer_proof: "Kirim bukti transfer",
    confirm_transfer: "Konfirmasi via WhatsApp",
    confirm_text: "Halo, saya sudah transfer {} untuk pesanan {}.",
    checked_by_hand: "Penjual memeriksa mutasi rekening, lalu menandai lunas; halaman ini ikut berubah.",
    account: "Nomor rekening",
    holder: "a.n.",
    virtual_account: "Nomor virtual account",
    payment_code: "Kode pembayaran",
    exact_amount: "Jumlah",

    items: "Isi pesanan",
    shipping: "Ongkos kirim",
    insurance: "Asuransi paket",
    unique_code: "Kode unik",
    method: "Cara bayar",
    method_hosted: "Link pembayaran",
    method_transfer: "Transfer bank",
    method_cash: "Bayar di tempat (COD)",
    method_card: "Kartu kredit/debit",

    delivery: "Pengiriman",
    courier: "Kurir",
    etd: "Perkiraan tiba",
    days: "hari",
    tracking: "Nomor resi",
    movements: "Perjalanan paket",
    steps: [
        "Kurir diminta menjemput paket",
        "Paket diterima di gudang kurir",
        "Paket berangkat dari gudang kurir",
        "Paket sedang diantar ke alamat Anda",
        "Paket sudah diterima",
        "Paket diproses kurir",
    ],
    no_tracking: "Nomor resi muncul di sini setelah paket dikirim.",

    copy: "Salin",
    copied: "Tersalin",
    copy_named: "Salin {}",
    share: "Bagikan lewat WhatsApp",
    share_text: "Ini halaman pesanannya:",
    ask_seller: "Tanya penjual",
    ask_text: "Halo, saya mau tanya tentang pesanan {}.",
    platform_page: "Halaman pesanan di toko",
    refresh: "Perbarui",
    keeps_current: "Halaman ini memperbarui diri.",
    keep_link: "Simpan alamat halaman ini untuk melihat pesanan kapan saja. Siapa pun yang punya tautannya bisa melihat halaman ini.",
    other_language: "English",

    shop: "Belanja",
    shop_description: "Pilih barangnya, bayar tanpa perlu membuat akun.",
    shop_from: "Mulai {}",
    shop_script: "Halaman ini perlu JavaScript. Aktifkan di peramban Anda, lalu muat ulang.",
    shop_missing: say(
        "Toko tidak ditemukan",
        "Periksa lagi tautannya: mungkin terpotong saat disalin. Kalau tetap tidak bisa, minta tautan baru ke penjual.",
    ),
    shop_trouble: say("Toko belum bisa dibuka", "Gangguan ini sementara. Tunggu sebentar, lalu coba lagi."),

    missing: say(
        "Pesanan tidak ditemukan",
        "Periksa lagi tautannya: mungkin terpotong saat disalin. Kalau tetap tidak bisa, minta tautan baru ke penjual.",
    ),
    trouble: say(
        "Halaman ini belum bisa dibuka",
        "Pesanan Anda aman dan tidak perlu dipesan ulang. Tunggu sebentar, lalu coba lagi.",
    ),
    again: "Coba lagi",
};
