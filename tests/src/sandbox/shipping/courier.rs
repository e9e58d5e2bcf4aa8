//! Couriers and their services.

/// A courier company.
#[derive(Debug, PartialEq, Eq)]
pub struct Courier {
    /// Numeric id.
    pub id: u64,
    /// `jne`.
    pub code: &'static str,
    /// `JNE`.
    pub name: &'static str,
    /// `instant`, `cashless` or `standard`.
    pub courier_type: &'static str,
    /// What it offers.
    pub services: &'static [Service],
}

/// One service of a courier.
#[derive(Debug, PartialEq, Eq)]
pub struct Service {
    /// Numeric id: `courier_service_id`.
    pub id: u64,
    /// `REG`.
    pub code: &'static str,
    /// `Reguler`.
    pub name: &'static str,
    /// Thousandths of the standard price.
    pub price: u32,
    /// Days to and from neighbouring islands, first and last; `None` when it does not say.
    pub days: Option<(u32, u32)>,
    /// Collects the money at the door.
    pub is_cod: bool,
    /// Farthest destination in kilometres.
    pub reach_km: u32,
    /// Who books it: `mengantar`, `lincah`, `ninja`, or nobody.
    pub providers: &'static [Option<&'static str>],
}

const ANYWHERE: u32 = 10_000;

/// All couriers.
pub const COURIERS: &[Courier] = &[
    Courier {
        id: 1,
        code: "jne",
        name: "JNE",
        courier_type: "standard",
        services: &[
            service(
                11,
                "REG",
                "Reguler",
                1000,
                Some((2, 3)),
                true,
                ANYWHERE,
                &[Some("mengantar"), Some("lincah")],
            ),
            service(12, "YES", "Yakin Esok Sampai", 1850, Some((1, 1)), false, 900, &[Some("mengantar")]),
            service(13, "JTR", "Trucking", 780, Some((5, 9)), false, ANYWHERE, &[Some("lincah")]),
        ],
    },
    Courier {
        id: 3,
        code: "jnt",
        name: "J&T Express",
        courier_type: "standard",
        services: &[service(27, "EZ", "Reguler", 1040, Some((2, 3)), true, ANYWHERE, &[Some("mengantar")])],
    },
    Courier {
        id: 5,
        code: "sicepat",
        name: "SiCepat",
        courier_type: "standard",
        services: &[
            service(41, "REG", "Reguler", 980, Some((2, 3)), true, ANYWHERE, &[Some("mengantar")]),
            service(42, "GOKIL", "Kargo", 700, None, false, ANYWHERE, &[None]),
        ],
    },
    Courier {
        id: 7,
        code: "anteraja",
        name: "AnterAja",
        courier_type: "standard",
        services: &[service(51, "REG", "Reguler", 950, Some((2, 4)), false, 2600, &[Some("lincah")])],
    },
    Courier {
        id: 9,
        code: "ninja",
        name: "Ninja Xpress",
        courier_type: "standard",
        services: &[service(61, "STD", "Standard", 930, Some((2, 4)), true, 3000, &[Some("ninja")])],
    },
    Courier {
        id: 12,
        code: "gosend",
        name: "GoSend",
        courier_type: "instant",
        services: &[service(81, "SAMEDAY", "Same Day", 2600, Some((0, 0)), false, 40, &[None])],
    },
];

#[expect(clippy::too_many_arguments, reason = "a row of a table")]
const fn service(
    id: u64,
    code: &'static str,
    name: &'static str,
    price: u32,
    days: Option<(u32, u32)>,
    is_cod: bool,
    reach_km: u32,
    providers: &'static [Option<&'static str>],
) -> Service {
    Service { id, code, name, price, days, is_cod, reach_km, providers }
}

impl Service {
    /// A service with its courier, by `courier_service_id`.
    pub fn by_id(id: u64) -> Option<(&'static Courier, &'static Self)> {
        Self::all().find(|(_, service)| service.id == id)
    }

    /// Every service with its courier.
    pub fn all() -> impl Iterator<Item = (&'static Courier, &'static Self)> {
        COURIERS.iter().flat_map(|courier| courier.services.iter().map(move |service| (courier, service)))
    }
}
