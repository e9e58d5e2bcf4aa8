//! Whether an order's shipment may be sent. The platform would take any price,
//! so it is one that we signed and that still holds, or one that the couriers
//! name again.

use shared::checkout::{Consignment, Field, Problem, ProblemCode, Shipment, Way};

use super::{Claims, Offer, QuoteSecrets, Subject};

/// What is to be done with the shipment that an order names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It may be sent.
    Send(Shipment),
    /// Its price has to be asked for again.
    Ask(Again),
}

/// What is asked for again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    /// What the shopper agreed to.
    shipment: Shipment,
    provider: Provider,
    /// The goods have another price than the shopper saw.
    goods_changed: bool,
}

/// How the provider is known.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Provider {
    /// By the platform's own word.
    Exactly(Option<String>),
    /// As orders know it: one of three, or none.
    AsOrdered,
}

impl Again {
    /// Where it is to be sent from: `warehouse_…`.
    pub fn warehouse(&self) -> &str {
        &self.shipment.warehouse_unique_id
    }
}

/// Why an order's shipment is not sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A member of the order is wrong.
    Problem(Problem),
    /// The same service has another price, or the goods have.
    PriceChanged(Box<Offer>),
}

/// Why a member is wrong.
pub(super) fn refuse(field: Field, code: ProblemCode) -> Refusal {
    Refusal::Problem(Problem { field, code })
}

/// Judges what an order says of its shipment. `now` in Unix seconds.
pub fn judge(
    way: &Way,
    consignment: &Consignment,
    secrets: &QuoteSecrets,
    now: i64,
) -> Result<Verdict, Refusal> {
    let (quote, insurance_cost) = match way {
        Way::Named(shipment) => {
            let provider = Provider::AsOrdered;
            let again = Again { shipment: shipment.clone(), provider, goods_changed: false };
            return Ok(Verdict::Ask(again));
        }
        Way::Quoted { quote, insurance_cost } => (quote, *insurance_cost),
    };
    let invalid = || refuse(Field::Quote, ProblemCode::InvalidQuote);
    let claims = Claims::open(quote, secrets).ok_or_else(invalid)?;
    if claims.subject != Subject::of(consignment) {
        return Err(refuse(Field::Quote, ProblemCode::OtherQuote));
    }
    let shipment = claims.shipment(insurance_cost);
    let goods_changed = claims.items_total != consignment.items_total();
    let is_premium_signed = insurance_cost.is_none() || insurance_cost == claims.insurance_cost;
    if now < claims.expires_at && !goods_changed && is_premium_signed {
        return Ok(Verdict::Send(shipment));
    }
    Ok(Verdict::Ask(Again { shipment, provider: Provider::Exactly(claims.provider), goods_changed }))
}

/// Compares what was agreed to with what the couriers take now from that
/// warehouse: `None` when the warehouse cannot send the parcel.
pub fn settle(again: &Again, offers: Option<Vec<Offer>>) -> Result<Shipment, Refusal> {
    let offers = offers.ok_or_else(|| refuse(Field::Warehouse, ProblemCode::CannotServe))?;
    let mut same = offers.into_iter().filter(|offer| again.is_for(offer)).collect::<Vec<_>>();
    // Without the platform's own word for the provider several may fit.
    same.sort_by_key(|offer| (offer.cost != again.shipment.shipping_cost, offer.cost));
    let offer = same.into_iter().next();
    let offer = offer.ok_or_else(|| refuse(Field::CourierService, ProblemCode::NotAvailable))?;
    let shipment = offer.shipment(again.shipment.insurance_cost.is_some());
    let costs = |of: &Shipment| (of.shipping_cost, of.insurance_cost);
    if again.goods_changed || costs(&shipment) != costs(&again.shipment) {
        return Err(Refusal::PriceChanged(Box::new(offer)));
    }
    Ok(shipment)
}

impl Again {
    fn is_for(&self, offer: &Offer) -> bool {
        let is_provider = match &self.provider {
            Provider::Exactly(provider) => offer.provider == *provider,
            Provider::AsOrdered => {
                offer.shipment(false).shipment_provider_code == self.shipment.shipment_provider_code
            }
        };
        is_provider
            && offer.warehouse_unique_id == self.shipment.warehouse_unique_id
            && offer.courier_service_id == self.shipment.courier_service_id
    }
}

#[cfg(test)]
mod tests {
    use super::super::quote::tests::{claims, consignment, line, offer, secrets};
    use super::*;
    use shared::value::Rupiah;

    fn quoted(claims: &Claims) -> Way {
        Way::Quoted { quote: claims.sign(&secrets('a')), insurance_cost: None }
    }

    fn judged(way: &Way, now: i64) -> Result<Verdict, Refusal> {
        judge(way, &consignment(), &secrets('a'), now)
    }

    fn again(way: &Way, now: i64) -> Again {
        match judged(way, now) {
            Ok(Verdict::Ask(again)) => again,
            other => panic!("{other:?}"),
        }
    }

    fn at(cost: i64) -> Vec<Offer> {
        vec![Offer { cost: Rupiah::new(cost), ..offer() }]
    }

    #[test]
    fn a_quote_that_holds_is_sent_without_a_question() {
        assert_eq!(judged(&quoted(&claims()), 999), Ok(Verdict::Send(offer().shipment(false))));
    }

    #[test]
    fn a_stranger_s_quote_is_invalid_and_a_quote_for_something_else_is_another() {
        let foreign = Way::Quoted { quote: claims().sign(&secrets('b')), insurance_cost: None };
        assert_eq!(judged(&foreign, 0), Err(refuse(Field::Quote, ProblemCode::InvalidQuote)));
        let nonsense = Way::Quoted { quote: "x".into(), insurance_cost: None };
        assert_eq!(judged(&nonsense, 0), Err(refuse(Field::Quote, ProblemCode::InvalidQuote)));
        let other = Consignment { variants: vec![line("variant_1", 9)], ..consignment() };
        assert_eq!(
            judge(&quoted(&claims()), &other, &secrets('a'), 0),
            Err(refuse(Field::Quote, ProblemCode::OtherQuote))
        );
    }

    #[test]
    fn an_expired_quote_is_asked_for_again_and_only_a_changed_price_is_told() {
        for now in [1_000, 1_001, i64::MAX] {
            let again = again(&quoted(&claims()), now);
            assert_eq!(again.warehouse(), "warehouse_1");
            assert_eq!(settle(&again, Some(at(19_000))), Ok(offer().shipment(false)));
            for cost in [0, 18_999, 19_001] {
                assert!(matches!(settle(&again, Some(at(cost))), Err(Refusal::PriceChanged(_))), "{cost}");
            }
        }
    }

    #[test]
    fn insurance_is_what_the_courier_takes_for_it_or_none() {
        let insurable = |premium| Offer { insurance_cost: premium, ..offer() };
        let rp = |amount| Some(Rupiah::new(amount));
        let claims = Claims { insurance_cost: rp(360), ..claims() };
        let with = |insurance_cost| Way::Quoted { quote: claims.sign(&secrets('a')), insurance_cost };
        let sent = |premium| Ok(Verdict::Send(insurable(premium).shipment(true)));
        assert_eq!((judged(&with(rp(360)), 0), judged(&with(None), 0)), (sent(rp(360)), sent(None)));
        // Another premium than we signed is one that the courier has to name.
        for told in [0, 359, 361] {
            let again = again(&with(rp(told)), 0);
            let today = settle(&again, Some(vec![insurable(rp(360))]));
            assert_eq!(today, Err(Refusal::PriceChanged(Box::new(insurable(rp(360))))), "{told}");
            assert_eq!(
                settle(&again, Some(vec![insurable(rp(told))])),
                Ok(insurable(rp(told)).shipment(true))
            );
        }
        let gone = settle(&again(&with(rp(360)), i64::MAX), Some(vec![offer()]));
        assert_eq!(gone, Err(Refusal::PriceChanged(Box::new(offer()))));
        // Who does not want it is not asked to pay for it.
        let uninsured = settle(&again(&with(None), i64::MAX), Some(vec![insurable(rp(999))]));
        assert_eq!(uninsured, Ok(offer().shipment(false)));
    }

    #[test]
    fn goods_that_cost_something_else_now_are_told() {
        let cheaper = Claims { items_total: Rupiah::new(1), ..claims() };
        let again = again(&quoted(&cheaper), 0);
        assert_eq!(settle(&again, Some(at(19_000))), Err(Refusal::PriceChanged(Box::new(offer()))));
    }

    #[test]
    fn named_members_are_always_asked_for_again() {
        let named = Way::Named(offer().shipment(false));
        let again = again(&named, 0);
        assert_eq!(settle(&again, Some(at(19_000))), Ok(offer().shipment(false)));
        assert!(matches!(settle(&again, Some(at(19_001))), Err(Refusal::PriceChanged(_))));
        assert_eq!(settle(&again, None), Err(refuse(Field::Warehouse, ProblemCode::CannotServe)));
        assert_eq!(
            settle(&again, Some(vec![])),
            Err(refuse(Field::CourierService, ProblemCode::NotAvailable))
        );
    }

    #[test]
    fn another_service_provider_or_warehouse_is_not_the_same() {
        let gone = Err(refuse(Field::CourierService, ProblemCode::NotAvailable));
        for way in [Way::Named(offer().shipment(false)), quoted(&claims())] {
            let again = again(&way, 5_000);
            for other in [
                Offer { courier_service_id: 28, ..offer() },
                Offer { provider: None, ..offer() },
                Offer { provider: Some("lincah".into()), ..offer() },
                Offer { warehouse_unique_id: "warehouse_2".into(), ..offer() },
            ] {
                assert_eq!(settle(&again, Some(vec![other])), gone);
            }
        }
    }

    /// Orders know three providers; a quote knows the platform's own word.
    #[test]
    fn a_provider_that_orders_do_not_know_is_told_apart_by_a_quote() {
        let unknown = |provider: &str, cost: i64| Offer {
            provider: Some(provider.into()),
            cost: Rupiah::new(cost),
            ..offer()
        };
        let quote = Claims { provider: Some("x".into()), ..claims() };
        let offers = || Some(vec![unknown("y", 19_000), unknown("x", 20_000)]);
        let changed = settle(&again(&quoted(&quote), 5_000), offers());
        assert_eq!(changed, Err(Refusal::PriceChanged(Box::new(unknown("x", 20_000)))));
        let named = Way::Named(Shipment { shipment_provider_code: None, ..offer().shipment(false) });
        assert_eq!(settle(&again(&named, 0), offers()), Ok(unknown("y", 19_000).shipment(false)));
    }
}
