//! The table of couriers. Names are real; numbers, prices and habits are ours.

use super::cod::Cod;
use super::courier::{Courier, Reach, Service};
use super::etd::Etd;

const MENGANTAR: Option<&str> = Some("mengantar");
const LINCAH: Option<&str> = Some("lincah");
/// A provider that an order does not take (scalev-v3 §2.8).
const FOREIGN: Option<&str> = Some("kiriminaja");

/// Carries what is not said otherwise: anywhere, up to 50 kg, without cash, through Mengantar.
const PLAIN: Service = Service {
    id: 0,
    code: "REG",
    name: "Reguler",
    price: 1000,
    etd: Etd::Bare(2, 3),
    cod: Cod::Never,
    is_coy: false,
    reach: Reach::Anywhere,
    kilograms: (1, 50),
    providers: &[MENGANTAR],
};

const fn courier(
    id: u64,
    code: &'static str,
    name: &'static str,
    tolerance: u64,
    services: &'static [Service],
) -> Courier {
    Courier { id, code, name, courier_type: "standard", tolerance, services }
}

/// All couriers.
pub const COURIERS: &[Courier] = &[
    courier(1, "jne", "JNE", 300, JNE),
    courier(3, "jnt", "J&T Express", 300, JNT),
    courier(5, "sicepat", "SiCepat", 300, SICEPAT),
    courier(7, "anteraja", "AnterAja", 200, ANTERAJA),
    courier(9, "ninja", "Ninja Xpress", 0, NINJA),
    Courier { courier_type: "instant", ..courier(12, "gosend", "GoSend", 0, GOSEND) },
    courier(14, "pos", "POS Indonesia", 0, POS),
    courier(16, "tiki", "TIKI", 300, TIKI),
    courier(18, "lion", "Lion Parcel", 500, LION),
    courier(20, "ide", "ID Express", 300, ID_EXPRESS),
    Courier { courier_type: "cashless", ..courier(22, "paxel", "Paxel", 0, PAXEL) },
];

const JNE: &[Service] = &[
    Service { id: 11, cod: Cod::West, providers: &[MENGANTAR, LINCAH], ..PLAIN },
    Service {
        id: 12,
        code: "YES",
        name: "Yakin Esok Sampai",
        price: 1850,
        etd: Etd::Bare(1, 1),
        reach: Reach::Kilometres(900),
        kilograms: (1, 10),
        ..PLAIN
    },
    Service {
        id: 13,
        code: "JTR",
        name: "Trucking",
        price: 420,
        etd: Etd::Bare(5, 9),
        kilograms: (10, 200),
        providers: &[LINCAH],
        ..PLAIN
    },
];

const JNT: &[Service] = &[Service { id: 27, code: "EZ", price: 1040, cod: Cod::West, is_coy: true, ..PLAIN }];

const SICEPAT: &[Service] = &[
    Service { id: 41, price: 980, etd: Etd::Hari(1, 2), cod: Cod::West, kilograms: (1, 30), ..PLAIN },
    Service {
        id: 42,
        code: "GOKIL",
        name: "Kargo",
        price: 450,
        etd: Etd::Silent,
        kilograms: (5, 150),
        providers: &[None],
        ..PLAIN
    },
];

const ANTERAJA: &[Service] = &[Service {
    id: 51,
    price: 950,
    etd: Etd::Bare(2, 4),
    reach: Reach::Kilometres(2600),
    kilograms: (1, 30),
    providers: &[LINCAH],
    ..PLAIN
}];

const NINJA: &[Service] = &[Service {
    id: 61,
    code: "STD",
    name: "Standard",
    price: 930,
    etd: Etd::Days(3, 4),
    cod: Cod::West,
    reach: Reach::Kilometres(3000),
    kilograms: (1, 30),
    providers: &[Some("ninja")],
    ..PLAIN
}];

const GOSEND: &[Service] = &[
    Service {
        id: 81,
        code: "SAMEDAY",
        name: "Same Day",
        price: 2600,
        etd: Etd::Hours(6, 8),
        reach: Reach::City,
        kilograms: (1, 7),
        providers: &[None],
        ..PLAIN
    },
    Service {
        id: 82,
        code: "INSTANT",
        name: "Instant",
        price: 3900,
        etd: Etd::Jam(1, 3),
        reach: Reach::City,
        kilograms: (1, 20),
        providers: &[None],
        ..PLAIN
    },
];

const POS: &[Service] = &[Service {
    id: 71,
    code: "PKH",
    name: "Pos Reguler",
    price: 890,
    etd: Etd::Empty,
    cod: Cod::Central,
    providers: &[LINCAH],
    ..PLAIN
}];

const TIKI: &[Service] = &[
    Service { id: 91, price: 1010, etd: Etd::Hari(3, 3), kilograms: (1, 100), providers: &[LINCAH], ..PLAIN },
    Service {
        id: 92,
        code: "ONS",
        name: "Over Night Service",
        price: 1720,
        etd: Etd::Hari(1, 1),
        reach: Reach::Kilometres(1200),
        kilograms: (1, 30),
        ..PLAIN
    },
];

const LION: &[Service] = &[Service {
    id: 101,
    code: "REGPACK",
    price: 900,
    etd: Etd::Days(3, 5),
    kilograms: (1, 100),
    providers: &[FOREIGN],
    ..PLAIN
}];

const ID_EXPRESS: &[Service] = &[Service {
    id: 111,
    code: "STD",
    name: "Standard",
    price: 960,
    cod: Cod::Central,
    is_coy: true,
    kilograms: (1, 30),
    providers: &[MENGANTAR, FOREIGN],
    ..PLAIN
}];

const PAXEL: &[Service] = &[Service {
    id: 121,
    code: "SD",
    name: "Same Day",
    price: 1900,
    etd: Etd::Hari(0, 1),
    reach: Reach::Kilometres(500),
    kilograms: (1, 5),
    providers: &[FOREIGN],
    ..PLAIN
}];
