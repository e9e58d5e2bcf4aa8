//! How often something is told, and when not again.

use std::time::Duration;

use super::ear::Ear;
use crate::sandbox::tests::client::sandbox;
use crate::sandbox::{Release, Sandbox, Standing};

/// A sandbox whose till tells this ear, trying again at once.
fn scene(ear: &Ear) -> (Sandbox, String) {
    let sandbox = sandbox();
    sandbox.till().connect(&ear.url);
    sandbox.till().put_retry(1);
    let sku = sandbox.till().products()[0].variants[0].code.clone();
    (sandbox, sku)
}

fn settled(sandbox: &Sandbox, calls: usize) -> bool {
    sandbox.wait_for(Duration::from_secs(10), |world| {
        let told = world.till.calls.all();
        told.len() == calls && told.iter().all(|call| call.standing != Standing::Waiting)
    })
}

#[test]
fn a_failure_is_tried_again_once_with_the_same_body_and_then_never() {
    let ear = Ear::answering(&[503]);
    let (sandbox, sku) = scene(&ear);
    assert!(sandbox.till().put_discount(&sku, 20));
    let (first, second) = (ear.next(), ear.next());
    assert_eq!((&first.path, &first.body), (&second.path, &second.body));
    assert!(settled(&sandbox, 1));
    let call = sandbox.till().calls().remove(0);
    assert_eq!((call.standing, call.attempts.len()), (Standing::GivenUp, 2));
}

#[test]
fn only_what_a_server_says_of_itself_is_tried_again() {
    for (status, attempts) in [(&[404], 1), (&[408], 2), (&[429], 2), (&[200], 1), (&[500], 2)] {
        let ear = Ear::answering(status);
        let (sandbox, sku) = scene(&ear);
        assert!(sandbox.till().put_discount(&sku, 20));
        assert!(settled(&sandbox, 1));
        assert_eq!(sandbox.till().calls()[0].attempts.len(), attempts, "{status:?}");
    }
}

#[test]
fn nobody_there_is_not_tried_again() {
    let (sandbox, sku) = scene(&Ear::answering(&[200]));
    sandbox.till().connect("http://127.0.0.1:9/hooks");
    assert!(sandbox.till().put_discount(&sku, 20));
    assert!(settled(&sandbox, 1));
    assert_eq!(sandbox.till().calls()[0].attempts.len(), 1);
}

#[test]
fn what_is_held_leaves_shuffled_and_several_times() {
    let ear = Ear::answering(&[200]);
    let (sandbox, sku) = scene(&ear);
    sandbox.till().hold();
    for percent in 1..=10 {
        assert!(sandbox.till().put_discount(&sku, percent));
    }
    assert!(sandbox.till().calls().iter().all(|call| call.attempts.is_empty()));
    sandbox.till().release(&Release::shuffled(7).copies(3));
    assert!(settled(&sandbox, 30));
    let numbers: Vec<u64> = sandbox.till().calls().iter().map(|call| call.number).collect();
    let mut sorted = numbers.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert!(sorted.len() == 30 && sorted != numbers);
}

#[test]
fn a_reset_brings_the_goods_back_and_keeps_who_is_told() {
    let ear = Ear::answering(&[200]);
    let (sandbox, sku) = scene(&ear);
    let price = sandbox.look(|world| world.till.variant(&sku).map(|(_, variant)| variant.unit_price));
    assert!(sandbox.till().put_price(&sku, 1));
    sandbox.reset();
    assert_eq!(sandbox.look(|world| world.till.variant(&sku).map(|(_, variant)| variant.unit_price)), price);
    assert!(sandbox.look(|world| world.till.endpoint.is_some()) && sandbox.till().calls().is_empty());
}
