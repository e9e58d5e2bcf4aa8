//! The table of warehouses.

use super::warehouse::{Holds, Sends, Warehouse};

const PAPUA: &[&str] =
    &["Papua", "Papua Barat", "Papua Barat Daya", "Papua Pegunungan", "Papua Selatan", "Papua Tengah"];

const fn warehouse(
    id: u64,
    store_key: &'static str,
    name: &'static str,
    location_id: u64,
    address: &'static str,
) -> Warehouse {
    Warehouse {
        id,
        store_key,
        name,
        location_id,
        address,
        is_partner: false,
        holds: Holds::All,
        sends: Sends::Anywhere,
    }
}

/// All warehouses.
pub(super) const WAREHOUSES: &[Warehouse] = &[
    warehouse(610, "batik", "Gudang Pekalongan", 2303, "Jl. Hayam Wuruk No. 88"),
    Warehouse {
        holds: Holds::AllBut(&["kain-tulis", "kebaya-kutu-baru"]),
        ..warehouse(611, "batik", "Gudang Jakarta", 2002, "Jl. Cempaka Putih Raya No. 12")
    },
    Warehouse {
        is_partner: true,
        sends: Sends::NotTo(PAPUA),
        holds: Holds::AllBut(&["kain-tulis"]),
        ..warehouse(612, "batik", "Mitra Surabaya", 2502, "Jl. Ngagel Jaya No. 31")
    },
    Warehouse {
        holds: Holds::AllBut(&["kopi-susu-botol"]),
        ..warehouse(620, "kopi", "Roastery Ngaglik", 2403, "Jl. Kaliurang Km 9,3")
    },
    Warehouse {
        holds: Holds::AllBut(&["kopi-susu-botol", "sambal-matah"]),
        ..warehouse(621, "kopi", "Gudang Tangerang", 2101, "Jl. Raya Serpong No. 7")
    },
    // What has to be drunk within days: a cart with anything else is nobody's.
    Warehouse {
        holds: Holds::Only(&["kopi-susu-botol"]),
        sends: Sends::OnlyTo(&["DI Yogyakarta"]),
        ..warehouse(622, "kopi", "Dapur Sleman", 2402, "Jl. Affandi No. 20")
    },
    warehouse(630, "kreator", "Studio Bandung", 2201, "Jl. Tubagus Ismail No. 5"),
];
