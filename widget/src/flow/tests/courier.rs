use shared::wire::{NoShipping, ShippingOption, ShippingOptions};

use super::parcel::{cash, coblong, district, method, option, rp, usual};
use super::*;
use view::{Arrival, DeliveryNotice, Quoting, Why};

#[test]
fn a_parcel_is_asked_for_while_the_street_is_typed() {
    let shopper = Shopper::addressed();
    let (_, asked) = shopper.question().unwrap();
    assert_eq!((asked.location_id, asked.postal_code.as_str()), (6033, "40132"));
    assert_eq!(shopper.questions().len(), 1, "not before its postal codes are there");
}

#[test]
fn who_goes_on_does_not_wait_for_the_postal_codes() {
    let mut shopper = Shopper::with_shirt();
    shopper.goes_to(coblong());
    shopper.types(Input::Street, "Jl. Dago No. 5");
    assert_eq!(shopper.question(), None);
    shopper.does(Event::Continued(Step::Details));
    assert_eq!(shopper.screen(), Screen::Step(Step::Delivery));
    assert_eq!(shopper.question().map(|(_, asked)| asked.postal_code.as_str()), Some(""));
    assert_eq!(shopper.delivery().quoting, Quoting::Loading);
}

#[test]
fn before_a_way_to_pay_is_picked_the_first_that_is_not_cash_is_asked_with() {
    assert_eq!(Shopper::addressed().question().unwrap().1.payment_method, "qris");
    let mut only = Shopper::opens(of_store(), None);
    only.is_given(Checkout { payment_methods: methods(&["cod"]), ..checkout() });
    only.does(Event::Added(item("variant_shirt")));
    only.does(Event::Continued(Step::Products));
    only.goes_to(coblong());
    only.is_given_codes(&[]);
    assert_eq!(only.question().unwrap().1.payment_method, "cod");
}

#[test]
fn each_service_is_one_row_at_its_lowest_price_grouped_by_courier() {
    let mut shopper = Shopper::addressed();
    let mut through = option(1, "JNE", 8_000);
    through.shipment_provider_code = Some("lincah".into());
    let far = ShippingOption { warehouse_unique_id: "warehouse_2".into(), ..option(2, "J&T", 15_000) };
    let upper = ShippingOption { courier_code: "JNE".into(), ..option(3, "JNE", 11_000) };
    shopper.is_quoted(vec![option(1, "JNE", 9_000), through, option(2, "J&T", 10_000), far, upper]);
    shopper.does(Event::Continued(Step::Details));
    assert_eq!(shopper.rows(), [(1, rp("8.000")), (3, rp("11.000")), (2, rp("10.000"))]);
    let cards = shopper.delivery().couriers;
    assert_eq!(cards.iter().map(|card| card.code.as_str()).collect::<Vec<_>>(), ["jne", "j&t"]);
    assert!(cards[0].services[0].cheapest && !cards[1].services[0].cheapest);
}

/// A shop's own courier has one service without a name: its row is called as the courier is, and none is nameless.
#[test]
fn a_service_without_a_name_is_called_as_its_courier() {
    let mut shopper = Shopper::addressed();
    let own = ShippingOption { service_name: String::new(), ..option(-1, "KURIR TOKO", 30_000) };
    shopper.is_quoted(vec![ShippingOption { service_name: "REG".into(), ..option(1, "JNE", 9_000) }, own]);
    shopper.does(Event::Continued(Step::Details));
    let cards = shopper.delivery().couriers;
    let named =
        |card: usize| (cards[card].services[0].name.as_str(), cards[card].services[0].called.as_str());
    assert_eq!(named(0), ("REG", "JNE REG"));
    assert_eq!(named(1), ("KURIR TOKO", "KURIR TOKO"));
}

fn with_etd(service: i64, courier: &str, cost: i64, etd: Option<&str>) -> ShippingOption {
    ShippingOption { etd: etd.map(str::to_owned), ..option(service, courier, cost) }
}

#[test]
fn the_first_three_couriers_hold_the_cheapest_and_the_fastest() {
    let mut shopper = Shopper::addressed();
    shopper.is_quoted(vec![
        with_etd(1, "A", 1_000, Some("5")),
        with_etd(2, "B", 2_000, Some("4-6")),
        with_etd(3, "C", 3_000, None),
        with_etd(4, "D", 4_000, Some("3")),
        with_etd(5, "E", 5_000, Some("1-2 hari")),
    ]);
    shopper.does(Event::Continued(Step::Details));
    let names =
        |shopper: &Shopper| shopper.delivery().couriers.into_iter().map(|card| card.name).collect::<Vec<_>>();
    assert_eq!(names(&shopper), ["A", "B", "E"]);
    assert!(shopper.delivery().couriers[2].services[0].fastest);
    assert_eq!((shopper.delivery().all, shopper.delivery().shows_all), (5, false));
    shopper.does(Event::AllCouriersWanted);
    assert_eq!(names(&shopper).len(), 5);
    shopper.does(Event::CourierChosen(4));
    shopper.is_turned(|flow| flow.courier.shows_all = false);
    assert_eq!(names(&shopper), ["A", "B", "E", "D"], "the picked one is never hidden");
}

#[test]
fn nobody_is_fastest_when_all_take_as_long() {
    let mut shopper = Shopper::addressed();
    shopper.is_quoted(vec![option(1, "A", 1_000), option(2, "B", 2_000)]);
    shopper.does(Event::Continued(Step::Details));
    assert!(shopper.delivery().couriers.iter().all(|card| !card.services[0].fastest));
}

#[test]
fn a_parcel_s_days_are_counted_from_today_in_the_west() {
    let mut shopper = Shopper::addressed();
    // 22 November 2026, 23.30 in Jakarta.
    shopper.now = 1_795_365_000_000;
    shopper.is_quoted(vec![with_etd(1, "A", 1_000, Some("2-3"))]);
    shopper.does(Event::Continued(Step::Details));
    let Arrival::Between { days, from, to } = shopper.delivery().couriers[0].services[0].arrival else {
        panic!()
    };
    assert_eq!((days, from.weekday, from.day, from.month), ((2, 3), 2, 24, 11));
    assert_eq!((to.weekday, to.day), (3, 25));
}

#[test]
fn the_courier_is_in_the_total_once_it_is_picked() {
    let mut shopper = Shopper::at_delivery();
    assert_eq!(shopper.cart().total, rp("150.000"));
    let effects = shopper.does(Event::CourierChosen(2));
    assert!(effects.contains(&Effect::Announce(Announcement::Total(rp("160.000")))));
    assert_eq!((shopper.flow.subtotal().text(), shopper.cart().total), (rp("150.000"), rp("160.000")));
    let mark = shopper.flow.progress().into_iter().find(|mark| mark.step == Step::Delivery).unwrap();
    assert_eq!((mark.number, mark.summary.as_str()), (3, ""));
    shopper.does(Event::Continued(Step::Delivery));
    let mark = shopper.flow.progress().into_iter().find(|mark| mark.step == Step::Delivery).unwrap();
    assert_eq!(mark.summary, ["J&T S2 · ", &rp("10.000")].concat());
    let told = shopper.told().last().map(|event| event.kind.clone());
    let (shipping_tier, shipping) = ("J&T S2".into(), Rupiah::new(10_000));
    assert_eq!(told, Some(DomEventKind::AddShippingInfo { shipping_tier, shipping }));
}

#[test]
fn without_a_courier_there_is_no_going_on() {
    let mut shopper = Shopper::at_delivery();
    let effects = shopper.does(Event::Continued(Step::Delivery));
    assert!(shopper.delivery().missing && effects.contains(&Effect::Focus(Target::Alert)));
    shopper.does(Event::CourierChosen(77));
    assert!(shopper.delivery().missing, "no such service");
    shopper.does(Event::CourierChosen(1));
    assert!(!shopper.delivery().missing);
}

#[test]
fn the_order_carries_the_quote_and_the_place() {
    let mut shopper = Shopper::parcel_reviewed();
    let review = shopper.review();
    let lines: Vec<_> = review.totals.iter().map(|line| line.amount.clone()).collect();
    assert_eq!((lines, review.total), (vec![rp("150.000"), rp("10.000")], rp("160.000")));
    let parcel = review.parcel.unwrap();
    assert_eq!((parcel.street.as_str(), parcel.postal_code.as_str()), ("Jl. Dago No. 5", "40132"));
    assert_eq!(parcel.service.as_deref(), Some("J&T S2"));
    shopper.does(Event::Submitted);
    let effects = shopper.does(Event::KeyDrawn("key-1".into()));
    let [_, Effect::PlaceOrder { draft, .. }, _] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!((draft.shipping_quote.as_str(), draft.location_id), ("v1.2.10000", Some(6033)));
    assert_eq!((draft.address.as_str(), draft.postal_code.as_str()), ("Jl. Dago No. 5", "40132"));
}

#[test]
fn another_way_to_pay_is_another_question_and_keeps_the_choice() {
    let mut shopper = Shopper::picked();
    shopper.does(Event::PaymentChosen(method("qris")));
    assert_eq!(shopper.questions().len(), 1, "qris was the question already");
    shopper.does(Event::PaymentChosen(method("va_bca")));
    assert_eq!(shopper.question().unwrap().1.payment_method, "va_bca");
    assert_eq!(shopper.delivery().quoting, Quoting::Refreshing);
    let dearer = vec![option(1, "JNE", 9_000), cash(option(2, "J&T", 10_500))];
    let effects = shopper.is_quoted(dearer);
    let (service, old, new) = ("J&T S2".into(), rp("10.000"), rp("10.500"));
    let notice = DeliveryNotice::PriceChanged { service, old, new, why: Why::Payment };
    assert_eq!(shopper.delivery().notice, Some(notice.clone()));
    assert!(effects.contains(&Effect::Announce(Announcement::Delivery(notice))));
    assert_eq!(shopper.chosen(), Some((2, 10_500)));
}

/// What the shopper did, and the reason that is given for the other price.
#[test]
fn another_price_says_what_brought_it_about() {
    type Act = fn(&mut Shopper);
    let acts: [(Act, Why); 4] = [
        (
            |shopper| drop(shopper.does(Event::QuantitySet { item: item("variant_shirt"), pieces: 3 })),
            Why::Cart,
        ),
        (|shopper| drop(shopper.types(Input::PostalCode, "40135")), Why::PostalCode),
        (|shopper| drop(shopper.does(Event::PaymentChosen(method("va_bca")))), Why::Payment),
        (
            |shopper| {
                shopper.now += 16 * 60_000;
                shopper.does(Event::Back);
            },
            Why::Courier,
        ),
    ];
    for (act, why) in acts {
        let mut shopper = Shopper::picked();
        act(&mut shopper);
        assert_eq!(shopper.questions().len(), 2, "{why:?}");
        shopper.is_quoted(vec![cash(option(2, "J&T", 12_000))]);
        let notice = shopper.delivery().notice;
        assert!(
            matches!(notice, Some(DeliveryNotice::PriceChanged { why: told, .. }) if told == why),
            "{why:?}"
        );
    }
}

#[test]
fn a_service_that_is_gone_is_named_and_asked_for_anew() {
    let mut shopper = Shopper::picked();
    shopper.does(Event::PaymentChosen(method("va_bca")));
    shopper.is_quoted(vec![option(1, "JNE", 9_000)]);
    let service = "J&T S2".to_owned();
    assert_eq!(shopper.delivery().notice, Some(DeliveryNotice::Gone { service, why: Why::Payment }));
    assert_eq!((shopper.chosen(), shopper.cart().total), (None, rp("150.000")));
    shopper.does(Event::Continued(Step::Payment));
    assert_eq!(shopper.screen(), Screen::Step(Step::Delivery));
    assert!(shopper.delivery().missing);
}

#[test]
fn what_changed_while_the_cart_was_changed_is_said_at_the_delivery() {
    let mut shopper = Shopper::picked();
    shopper.does(Event::StepWanted(Step::Products));
    shopper.does(Event::Added(item("variant_shirt")));
    shopper.is_quoted(vec![option(1, "JNE", 9_000)]);
    shopper.does(Event::Continued(Step::Products));
    shopper.does(Event::Continued(Step::Details));
    assert_eq!(shopper.screen(), Screen::Step(Step::Delivery));
    assert!(matches!(shopper.delivery().notice, Some(DeliveryNotice::Gone { why: Why::Cart, .. })));
    shopper.does(Event::CourierChosen(1));
    assert_eq!(shopper.delivery().notice, None);
}

#[test]
fn the_choice_is_a_service_through_a_provider_from_the_cheapest_warehouse() {
    let through = |provider: &str, cost, quote: &str| ShippingOption {
        shipment_provider_code: Some(provider.into()),
        shipping_quote: quote.into(),
        ..option(1, "JNE", cost)
    };
    let mut shopper = Shopper::addressed();
    shopper.is_quoted(vec![through("lincah", 9_000, "a"), through("ninja", 9_500, "b")]);
    shopper.does(Event::Continued(Step::Details));
    shopper.does(Event::CourierChosen(1));
    shopper.does(Event::QuantitySet { item: item("variant_shirt"), pieces: 2 });
    shopper.is_quoted(vec![
        through("ninja", 7_000, "c"),
        through("lincah", 9_900, "d"),
        through("lincah", 9_000, "e"),
    ]);
    assert_eq!(shopper.flow.draft().shipping_quote, "e");
    assert_eq!(shopper.delivery().notice, None, "the same service at the same price");
    shopper.does(Event::QuantitySet { item: item("variant_shirt"), pieces: 3 });
    shopper.is_quoted(vec![through("ninja", 7_000, "f")]);
    assert_eq!(shopper.flow.draft().shipping_quote, "f", "the service is still there");
}

#[test]
fn the_only_answer_that_counts_is_the_one_to_the_last_question() {
    let mut shopper = Shopper::picked();
    shopper.does(Event::PaymentChosen(method("va_bca")));
    let first = shopper.question().unwrap().0;
    shopper.does(Event::PaymentChosen(method("payment_link")));
    shopper.is_quoted_for(first, vec![cash(option(2, "J&T", 99_000))]);
    assert_eq!(shopper.chosen(), Some((2, 10_000)));
    shopper.is_quoted(vec![cash(option(2, "J&T", 10_000))]);
    assert_eq!(shopper.delivery().quoting, Quoting::Ready);
}

#[test]
fn a_question_taken_back_needs_no_answer() {
    let mut shopper = Shopper::picked();
    shopper.does(Event::PaymentChosen(method("va_bca")));
    shopper.does(Event::PaymentChosen(method("qris")));
    assert_eq!((shopper.delivery().quoting, shopper.questions().len()), (Quoting::Ready, 2));
}

#[test]
fn steppers_are_awaited_before_couriers_are_asked_again() {
    let mut shopper = Shopper::picked();
    let pause = |effects: Vec<Effect>| {
        effects.into_iter().find_map(|effect| match effect {
            Effect::LoadShipping { after_ms, .. } => Some(after_ms),
            _ => None,
        })
    };
    let effects = shopper.does(Event::Added(item("variant_shirt")));
    assert_eq!(pause(effects), Some(300));
    assert_eq!(pause(shopper.types(Input::PostalCode, "4013")), Some(300), "the cart still waits");
}

fn empty(shopper: &mut Shopper, reason: Option<NoShipping>) {
    let number = shopper.question().unwrap().0;
    let answer = Ok(Box::new(ShippingOptions { reason, ..shopper.offers(vec![]) }));
    shopper.does(Event::ShippingLoaded { number, answer });
}

#[test]
fn nothing_that_can_come_says_which_part_failed() {
    for reason in [NoShipping::NoWarehouse, NoShipping::NoCourier, NoShipping::NoCodCourier] {
        let mut shopper = Shopper::addressed();
        shopper.does(Event::Continued(Step::Details));
        empty(&mut shopper, Some(reason.clone()));
        let drawn = shopper.delivery();
        assert_eq!(drawn.quoting, Quoting::Empty(reason));
    }
}

#[test]
fn couriers_that_do_not_answer_can_be_asked_again() {
    let mut shopper = Shopper::addressed();
    shopper.does(Event::Continued(Step::Details));
    let number = shopper.question().unwrap().0;
    shopper.does(Event::ShippingLoaded { number, answer: Err(Failure::NoAnswer) });
    assert_eq!(shopper.delivery().quoting, Quoting::Failed);
    assert_eq!(shopper.questions().len(), 1, "not by itself");
    shopper.does(Event::Retried);
    shopper.is_quoted(usual());
    assert_eq!(shopper.delivery().quoting, Quoting::Ready);
}

#[test]
fn another_district_after_a_failure_is_asked_at_once() {
    let mut shopper = Shopper::addressed();
    let number = shopper.question().unwrap().0;
    shopper.does(Event::ShippingLoaded { number, answer: Err(Failure::Nonsense) });
    shopper.does(Event::DistrictReset);
    shopper.goes_to(district(7, "Beji", "Kota Depok"));
    shopper.is_given_codes(&[]);
    assert_eq!(shopper.question().unwrap().1.location_id, 7);
}

#[test]
fn a_half_answer_says_that_there_may_be_more() {
    let mut shopper = Shopper::addressed();
    let number = shopper.question().unwrap().0;
    let half = ShippingOptions { is_incomplete: true, hidden_without_cod: 4, ..shopper.offers(usual()) };
    shopper.does(Event::ShippingLoaded { number, answer: Ok(Box::new(half)) });
    assert_eq!((shopper.delivery().is_incomplete, shopper.delivery().hidden_without_cod), (true, 4));
    shopper.does(Event::Continued(Step::Details));
    shopper.does(Event::Retried);
    assert_eq!(shopper.delivery().quoting, Quoting::Refreshing);
    shopper.is_quoted(usual());
    assert!(!shopper.delivery().is_incomplete);
}

#[test]
fn other_prices_of_the_goods_are_fetched_before_they_surprise() {
    let mut shopper = Shopper::addressed();
    let number = shopper.question().unwrap().0;
    let today = ShippingOptions { items_total: Rupiah::new(155_000), ..shopper.offers(usual()) };
    let effects = shopper.does(Event::ShippingLoaded { number, answer: Ok(Box::new(today)) });
    assert!(effects.iter().any(|effect| matches!(effect, Effect::LoadCheckout { .. })));
    let mut catalogue = checkout();
    catalogue.products.data[2].variants[0].price = Rupiah::new(155_000);
    let number = shopper.flow.refresh.unwrap();
    shopper.does(Event::CheckoutLoaded { number, answer: Ok(Box::new(catalogue)) });
    assert_eq!(shopper.flow.subtotal().text(), rp("155.000"));
    assert_eq!(shopper.cart().notice, Some(view::CartNotice::PriceChanged));
}

#[test]
fn a_cart_without_its_parcel_skips_the_delivery() {
    let mut shopper = Shopper::at_delivery();
    shopper.types(Input::Email, "sari@example.com");
    shopper.does(Event::StepWanted(Step::Products));
    shopper.does(Event::Added(item("variant_ebook")));
    for step in [Step::Products, Step::Details] {
        shopper.does(Event::Continued(step));
    }
    assert_eq!(shopper.screen(), Screen::Step(Step::Delivery));
    shopper.does(Event::CourierChosen(2));
    shopper.does(Event::Removed(item("variant_shirt")));
    assert_eq!(shopper.cart().total, rp("49.000"));
    assert_eq!(shopper.screen(), Screen::Step(Step::Payment));
    assert_eq!((shopper.flow.delivery_view(), shopper.flow.progress().len()), (None, 4));
    shopper.does(Event::Back);
    assert_eq!(shopper.screen(), Screen::Step(Step::Details));
}

#[test]
fn district_and_courier_survive_a_reload_and_prices_are_asked_anew() {
    let shopper = Shopper::parcel_reviewed();
    let mut again = Shopper::opens(of_store(), shopper.memory());
    again.is_given(checkout());
    assert_eq!((again.screen(), again.chosen()), (Screen::Step(Step::Review), Some((2, 10_000))));
    assert_eq!(again.flow.draft(), shopper.flow.draft());
    assert_eq!(again.review().totals, shopper.review().totals);
    again.is_given_codes(&["40132"]);
    again.is_quoted(vec![cash(option(2, "J&T", 10_700))]);
    assert_eq!(again.chosen(), Some((2, 10_700)));
    assert!(matches!(again.delivery().notice, Some(DeliveryNotice::PriceChanged { .. })));
}

#[test]
fn the_next_order_goes_to_the_same_place_by_a_courier_to_be_picked() {
    let mut shopper = Shopper::parcel_ordered();
    shopper.is_answered(Ok(order(Status::Pending)));
    shopper.does(Event::ItemsAsked(vec![asked("variant_shirt", 1)]));
    assert_eq!(shopper.address().district.chosen.map(|row| row.id), Some(6033));
    assert_eq!(shopper.chosen(), None);
}

fn refuses(shopper: &mut Shopper, field: Field, code: ProblemCode) -> Vec<Effect> {
    let number = shopper.question().unwrap().0;
    shopper.does(Event::ShippingLoaded { number, answer: Err(invalid(field, code)) })
}

#[test]
fn a_place_that_is_refused_before_the_order_is_named_at_once() {
    let mut shopper = Shopper::addressed();
    let effects = refuses(&mut shopper, Field::PostalCode, ProblemCode::NotInDistrict);
    let drawn = shopper.address().postal_code.unwrap();
    assert_eq!(drawn.input.error.map(|error| error.code), Some(ProblemCode::NotInDistrict));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Focus(_))), "who types is not disturbed");

    let mut shopper = Shopper::addressed();
    shopper.does(Event::Continued(Step::Details));
    let effects = refuses(&mut shopper, Field::Location, ProblemCode::UnknownDistrict);
    assert_eq!(shopper.screen(), Screen::Step(Step::Details));
    assert!(effects.contains(&Effect::Focus(Target::Summary)));
    shopper.does(Event::DistrictReset);
    shopper.goes_to(district(7, "Beji", "Kota Depok"));
    assert_eq!(shopper.address().district.input.error, None);
}

#[test]
fn a_cart_that_is_refused_before_the_order_is_marked() {
    let mut shopper = Shopper::addressed();
    shopper.does(Event::Continued(Step::Details));
    refuses(&mut shopper, Field::VariantQuantity(0), ProblemCode::NotEnoughStock);
    assert_eq!(shopper.screen(), Screen::Step(Step::Products));
    assert_eq!(shopper.cart().lines[0].problem, Some(ProblemCode::NotEnoughStock));
}

#[test]
fn a_store_without_a_way_to_pay_is_no_endless_wait() {
    let mut shopper = Shopper::opens(of_store(), None);
    shopper.is_given(Checkout { payment_methods: vec![], ..checkout() });
    shopper.does(Event::Added(item("variant_shirt")));
    assert_eq!(shopper.delivery().quoting, Quoting::Failed);
}
