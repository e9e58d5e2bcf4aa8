//! `POST /order` as the platform takes it. The nested members are those of the
//! vendor's own source (platforms §2.3 Create order); names and order are
//! theirs.

use serde::{Deserialize, Serialize};
use shared::v3;
use shared::value::Rupiah;

use super::name::{OriginName, VariationName};
use super::shipping::OWN_COURIER;

/// An order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderRequest {
    /// `yyyy-mm-dd`
    pub order_date: String,
    /// Who sends it; the receiver too, unless somebody sells for somebody else.
    pub customer_sender_id: i64,
    /// Who gets it.
    pub customer_receiver_id: i64,
    /// Where the parcel starts.
    pub supplier_id: i64,
    /// Through which channel it came.
    pub order_source_id: Option<i64>,
    /// The only place for our reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Whether it is printed at once.
    pub is_print: bool,
    /// What is ordered.
    pub products: Vec<ProductLine>,
    /// How it comes.
    pub expedition: Expedition,
    /// Whether it is paid.
    pub payment: Payment,
    /// What is added and taken off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order_cost: Vec<Cost>,
    /// `WEB`
    pub source: String,
}

/// A variation and how many of it. There is no price: the platform knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductLine {
    /// The variation.
    pub id: i64,
    /// Pieces.
    pub qty: i64,
    /// `S` from own stock, `PO` made to order.
    pub product_status: String,
    /// 0 is the main warehouse.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warehouse_id: Option<i64>,
}

/// How an order comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expedition {
    /// The rate, 98 for the counter, 99 for the shop's own people.
    pub id: i64,
    /// What we charge for it, in rupiah.
    pub rate: Rupiah,
    /// The courier's name.
    pub name: String,
    /// Whether the courier is called at once.
    pub auto_pickup: bool,
}

/// Whether an order is paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// How far.
    pub status: PaymentStatus,
    /// In rupiah; needed unless it is unpaid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Rupiah>,
    /// `yyyy-mm-dd`; needed unless it is unpaid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// To which account; needed unless it is unpaid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bank_id: Option<i64>,
}

/// How far an order is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum PaymentStatus {
    /// Not at all.
    Unpaid,
    /// A part of it.
    Installment,
    /// Wholly.
    Paid,
}

/// Something added to a total or taken off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// What for.
    pub name: String,
    /// Which way it counts.
    pub category: CostCategory,
    /// How much: rupiah or percents, of what is not documented, so that we send
    /// rupiah alone.
    #[serde(flatten)]
    pub kind: CostKind,
}

/// Which way a cost counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CostCategory {
    /// Taken off.
    #[serde(rename = "DISCOUNT")]
    Discount,
    /// Added.
    #[serde(rename = "OTHER COST")]
    OtherCost,
    /// Added.
    #[serde(rename = "INSURANCE")]
    Insurance,
}

/// How much a cost is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "UPPERCASE")]
pub enum CostKind {
    /// Rupiah.
    Nominal {
        /// How many.
        nominal: Rupiah,
    },
    /// Percents.
    Percentage {
        /// How many.
        percentage: i64,
    },
}

/// What an order needs beside its own members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parties {
    /// The customer's number.
    pub customer: i64,
    /// The courier's name.
    pub courier: String,
    /// The channel's number.
    pub source: Option<i64>,
    /// `yyyy-mm-dd` in Jakarta.
    pub date: String,
    /// What is added so that its transfer is recognised.
    pub unique_code: Option<Cost>,
}

/// Goes before our token in an order's note.
pub(super) const REFERENCE: &str = "tumbas:";
/// Longest note, in characters.
const NOTE_MAX: usize = 500;

impl OrderRequest {
    /// From the v3 order. `None` for things of another platform and for sets.
    pub fn of(order: &v3::OrderRequest, parties: &Parties) -> Option<Self> {
        let origin: OriginName = order.warehouse_unique_id.as_deref()?.parse().ok()?;
        let service = order.courier_service_id?;
        let lines = order.ordervariants.iter().map(|line| product(line, origin.warehouse));
        order.orderbundles.is_empty().then_some(())?;
        Some(Self {
            order_date: parties.date.clone(),
            customer_sender_id: parties.customer,
            customer_receiver_id: parties.customer,
            supplier_id: origin.supplier,
            order_source_id: parties.source,
            note: note(order),
            is_print: false,
            products: lines.collect::<Option<_>>()?,
            expedition: Expedition {
                id: if service < 0 { OWN_COURIER } else { service },
                rate: order.shipping_cost?,
                name: parties.courier.clone(),
                auto_pickup: false,
            },
            payment: Payment { status: PaymentStatus::Unpaid, amount: None, date: None, bank_id: None },
            order_cost: order
                .insurance_cost
                .map(insurance)
                .into_iter()
                .chain(parties.unique_code.clone())
                .collect(),
            source: "WEB".to_owned(),
        })
    }
}

fn insurance(premium: Rupiah) -> Cost {
    let (category, kind) = (CostCategory::Insurance, CostKind::Nominal { nominal: premium });
    Cost { name: "Asuransi".to_owned(), category, kind }
}

fn product(line: &v3::OrderVariant, warehouse: i64) -> Option<ProductLine> {
    let VariationName { id, is_preorder } = line.variant_unique_id.parse().ok()?;
    let product_status = if is_preorder { "PO" } else { "S" };
    let (qty, warehouse_id) = (line.quantity, Some(warehouse));
    Some(ProductLine { id, qty, product_status: product_status.to_owned(), warehouse_id })
}

/// Our reference first, so that no length cuts it off.
fn note(order: &v3::OrderRequest) -> Option<String> {
    let token = order.metadata.as_ref().map(|metadata| [REFERENCE, &metadata.tumbas_token].concat());
    let parts: Vec<_> = token.into_iter().chain(order.notes.clone()).collect();
    (!parts.is_empty()).then(|| parts.join(" ").chars().take(NOTE_MAX).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::ngorder::tests::fixture;
    use serde_json::{Value, json};

    #[test]
    fn the_contracts_own_order_is_written_as_it_is() {
        let expect: Value = serde_json::from_str(fixture!("order_create.request")).unwrap();
        let cost = |name: &str, category, kind| Cost { name: name.into(), category, kind };
        let nominal = |rupiah| CostKind::Nominal { nominal: Rupiah::new(rupiah) };
        let order = OrderRequest {
            order_date: "2020-10-26".into(),
            customer_sender_id: 23_101_433,
            customer_receiver_id: 23_101_441,
            supplier_id: 17_118,
            order_source_id: None,
            note: None,
            is_print: false,
            products: vec![ProductLine {
                id: 7_978_133,
                qty: 1,
                product_status: "S".into(),
                warehouse_id: Some(26),
            }],
            expedition: Expedition {
                id: 349,
                rate: Rupiah::new(23_000),
                name: "SAP".into(),
                auto_pickup: false,
            },
            payment: Payment {
                status: PaymentStatus::Unpaid,
                amount: None,
                date: Some("2020-10-26".into()),
                bank_id: Some(847),
            },
            order_cost: vec![
                cost("Ini Untuk biaya jurnal", CostCategory::OtherCost, nominal(1_200)),
                cost("Diskon persen", CostCategory::Discount, CostKind::Percentage { percentage: 2 }),
                cost("Geni Biru", CostCategory::Discount, nominal(3_000)),
                cost("Pecah Belah", CostCategory::Insurance, nominal(2_000)),
            ],
            source: "MOBILE".into(),
        };
        assert_eq!(serde_json::to_value(&order).unwrap(), expect);
        assert_eq!(serde_json::from_value::<OrderRequest>(expect).unwrap(), order);
    }

    fn v3_order() -> v3::OrderRequest {
        serde_json::from_value(json!({
            "store_unique_id": "ngorder_7", "customer_name": "Sari",
            "ordervariants": [
                {"quantity": 2, "variant_unique_id": "ngorder_5"}, {"quantity": 1, "variant_unique_id": "ngorder_6_po"}],
            "warehouse_unique_id": "ngorder_22_23518", "courier_service_id": 349, "shipping_cost": 23_000,
            "notes": "cepat ya", "metadata": {"tumbas_token": "ck_1"},
        }))
        .unwrap()
    }

    fn parties() -> Parties {
        let (courier, date) = ("SAP".into(), "2026-11-22".into());
        Parties { customer: 122, courier, source: Some(12), date, unique_code: None }
    }

    #[test]
    fn an_order_of_ours_becomes_one_of_theirs() {
        assert_eq!(
            serde_json::to_value(OrderRequest::of(&v3_order(), &parties())).unwrap(),
            json!({
                "order_date": "2026-11-22", "customer_sender_id": 122, "customer_receiver_id": 122,
                "supplier_id": 23_518, "order_source_id": 12, "note": "tumbas:ck_1 cepat ya", "is_print": false,
                "products": [
                    {"id": 5, "qty": 2, "product_status": "S", "warehouse_id": 22},
                    {"id": 6, "qty": 1, "product_status": "PO", "warehouse_id": 22}],
                "expedition": {"id": 349, "rate": 23_000, "name": "SAP", "auto_pickup": false},
                "payment": {"status": "UNPAID"}, "source": "WEB",
            })
        );
    }

    #[test]
    fn insurance_is_a_cost_of_the_order() {
        let insured = v3::OrderRequest { insurance_cost: Some(Rupiah::new(360)), ..v3_order() };
        let cost =
            serde_json::to_value(OrderRequest::of(&insured, &parties())).unwrap()["order_cost"].clone();
        let expect =
            json!([{"name": "Asuransi", "category": "INSURANCE", "type": "NOMINAL", "nominal": 360}]);
        assert_eq!(cost, expect);
    }

    #[test]
    fn the_shops_own_people_are_all_one_service() {
        let own = v3::OrderRequest { courier_service_id: Some(-2), ..v3_order() };
        assert_eq!(OrderRequest::of(&own, &parties()).unwrap().expedition.id, OWN_COURIER);
    }

    #[test]
    fn things_of_another_platform_are_not_ordered() {
        let set = v3::OrderBundle { quantity: 1, bundle_price_option_unique_id: "bpo_1".into() };
        let foreign = v3::OrderVariant { quantity: 1, variant_unique_id: "variant_1".into() };
        for order in [
            v3::OrderRequest { orderbundles: vec![set], ..v3_order() },
            v3::OrderRequest { ordervariants: vec![foreign], ..v3_order() },
            v3::OrderRequest { warehouse_unique_id: Some("warehouse_1".into()), ..v3_order() },
            v3::OrderRequest { warehouse_unique_id: None, ..v3_order() },
        ] {
            assert_eq!(OrderRequest::of(&order, &parties()), None);
        }
    }

    #[test]
    fn our_reference_is_never_cut_off() {
        let long = v3::OrderRequest { notes: Some("x".repeat(2_000)), ..v3_order() };
        let note = OrderRequest::of(&long, &parties()).unwrap().note.unwrap();
        assert!(note.starts_with("tumbas:ck_1 xx") && note.chars().count() == 500);
    }
}
