//! Insurance that some couriers offer, and goods that are cheaper by the dozen.

use shared::checkout::Part;
use shared::v3::WholesalePrice;
use shared::wire::ShippingOption;

use super::parcel::{option, rp, usual};
use super::*;

fn insurable() -> Vec<ShippingOption> {
    let premium = Some(Rupiah::new(450));
    usual().into_iter().map(|option| ShippingOption { insurance_cost: premium, ..option }).collect()
}

/// At the delivery, J&T for 10.000 picked, which can be insured.
fn picked() -> Shopper {
    let mut shopper = Shopper::addressed();
    shopper.is_quoted(insurable());
    shopper.does(Event::Continued(Step::Details));
    shopper.does(Event::CourierChosen(2));
    shopper
}

fn on_to_review(shopper: &mut Shopper) {
    for event in [
        Event::Continued(Step::Delivery),
        Event::PaymentChosen(parcel::method("qris")),
        Event::Continued(Step::Payment),
    ] {
        shopper.does(event);
    }
}

#[test]
fn insurance_is_offered_and_never_taken_unasked() {
    let mut shopper = picked();
    let delivery = shopper.delivery();
    assert_eq!((delivery.insurance, delivery.insured), (Some(rp("450")), false));
    on_to_review(&mut shopper);
    let review = shopper.review();
    assert_eq!((review.total, review.totals.len()), (rp("160.000"), 2));
    assert_eq!(shopper.flow.draft().insurance_cost, None);
}

#[test]
fn who_wants_it_sees_it_in_the_total_and_sends_what_was_seen() {
    let mut shopper = picked();
    let said = shopper.does(Event::InsuranceWanted(true));
    assert!(said.contains(&Effect::Announce(Announcement::Total(rp("160.450")))));
    on_to_review(&mut shopper);
    let line = shopper.review().totals.into_iter().find(|line| line.part == Part::Insurance);
    assert_eq!((line.map(|line| line.amount), shopper.review().total), (Some(rp("450")), rp("160.450")));
    assert_eq!(shopper.flow.draft().insurance_cost, Some(Rupiah::new(450)));
    shopper.does(Event::StepWanted(Step::Delivery));
    shopper.does(Event::InsuranceWanted(false));
    assert_eq!(shopper.flow.draft().insurance_cost, None);
}

#[test]
fn a_courier_that_does_not_insure_is_not_paid_for_it() {
    let mut shopper = Shopper::addressed();
    let mut mixed = insurable();
    mixed.push(option(9, "Kurir Toko", 12_000));
    shopper.is_quoted(mixed);
    shopper.does(Event::Continued(Step::Details));
    shopper.does(Event::CourierChosen(2));
    shopper.does(Event::InsuranceWanted(true));
    shopper.does(Event::CourierChosen(9));
    assert_eq!((shopper.delivery().insurance, shopper.flow.draft().insurance_cost), (None, None));
    shopper.does(Event::CourierChosen(2));
    assert_eq!(shopper.flow.draft().insurance_cost, Some(Rupiah::new(450)));
}

#[test]
fn the_wish_survives_a_reload() {
    let mut shopper = picked();
    let memory = shopper.does(Event::InsuranceWanted(true)).into_iter().find_map(|effect| match effect {
        Effect::Remember(memory) => Some(memory),
        _ => None,
    });
    let memory = memory.unwrap();
    assert_eq!(memory.draft.insurance_cost, Some(Rupiah::new(450)));
    assert!(Shopper::opens(of_store(), Some(*memory)).flow.courier.insured);
}

#[test]
fn goods_are_cheaper_by_the_dozen() {
    let mut shirt = shirt();
    shirt.variants[0].available_qty = Some(20);
    shirt.variants[0].wholesale_prices =
        vec![WholesalePrice { minimum_quantity: 12, price: Rupiah::new(120_000) }];
    let mut shopper = Shopper::opens(of_store(), None);
    shopper.is_given(Checkout { products: page(vec![ebook(), shirt], None), ..checkout() });
    let shown = |shopper: &Shopper| {
        let view = shopper.flow.products_view().unwrap();
        view.products.into_iter().find(|card| !card.steps.is_empty()).unwrap()
    };
    assert_eq!((shown(&shopper).price, shown(&shopper).steps), (rp("150.000"), vec![(12, rp("120.000"))]));
    let item = item("variant_shirt");
    shopper.does(Event::Added(item.clone()));
    shopper.does(Event::QuantitySet { item: item.clone(), pieces: 11 });
    assert_eq!(shopper.flow.subtotal(), Rupiah::new(1_650_000));
    shopper.does(Event::QuantitySet { item, pieces: 12 });
    let cart = shopper.flow.cart_view().unwrap();
    assert_eq!(
        (shopper.flow.subtotal().text(), cart.lines[0].price.clone()),
        (rp("1.440.000"), rp("120.000"))
    );
}
