//! A channel that fails in every way it can, and what it shows in the end.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use shared::value::Rupiah;

use super::*;
use crate::platform::PlatformError;
use crate::platform::gercep::{Batch, PaidItem, PaidOrder, Product, Shown, UNCOUNTED, Verdict};

const MINUTE: i64 = 60_000;

fn product(key: &str, price: i64) -> Product {
    Product {
        external_id: key.into(),
        name: format!("Barang {key}"),
        price: Rupiah::new(price),
        category: "General".into(),
        description: String::new(),
        image: None,
        stock: UNCOUNTED,
    }
}

fn listed(products: &[Product]) -> BTreeMap<String, Product> {
    products.iter().map(|product| (product.external_id.clone(), product.clone())).collect()
}

fn shown(product: &Product) -> Shown {
    Shown {
        external_id: Some(product.external_id.clone()),
        name: Some(product.name.clone()),
        price: Some(product.price),
        stock: Some(product.stock),
        ..Shown::default()
    }
}

fn all(batch: &Batch, verdict: Verdict) -> BTreeMap<String, Verdict> {
    super::board::keys(batch).into_iter().map(|key| (key.to_owned(), verdict)).collect()
}

/// A board whose channel has taken these.
fn settled(products: &[Product]) -> Board {
    let mut board = Board::default();
    board.follow(&listed(products), 0);
    let batch = board.next(0).unwrap();
    board.leaves(&batch);
    board.settle(&batch, Ok(all(&batch, Verdict::Done)), 0);
    assert_eq!(board.due(), None);
    board
}

fn trouble(board: &Board, key: &str) -> Option<Trouble> {
    board.row(key).and_then(|row| row.trouble)
}

#[test]
fn fifty_leave_at_once_and_the_rest_after_them() {
    let products: Vec<Product> = (0..120).map(|nth| product(&format!("p:{nth:03}"), nth)).collect();
    let mut board = Board::default();
    assert_eq!(board.follow(&listed(&products), 0).0.len(), 120);
    let mut sizes = Vec::new();
    for _ in 0..10 {
        let Some(batch) = board.next(0) else { break };
        sizes.push(super::board::keys(&batch).len());
        board.leaves(&batch);
        board.settle(&batch, Ok(all(&batch, Verdict::Done)), 0);
    }
    assert_eq!(sizes, [50, 50, 20]);
    assert!(board.follow(&listed(&products), 1).0.is_empty());
}

#[test]
fn a_later_change_takes_the_place_of_one_that_is_under_way() {
    let mut board = Board::default();
    board.follow(&listed(&[product("a", 1)]), 0);
    let batch = board.next(0).unwrap();
    board.leaves(&batch);
    board.follow(&listed(&[product("a", 2)]), 1);
    board.settle(&batch, Ok(all(&batch, Verdict::Done)), 2);
    assert_eq!(board.next(2), Some(Batch::Upsert(vec![product("a", 2)])));
}

/// The answer to the second price is lost, and the first one is wanted again.
#[test]
fn what_was_sent_without_an_answer_is_not_believed_either_way() {
    let mut board = settled(&[product("a", 1)]);
    board.follow(&listed(&[product("a", 2)]), 0);
    let batch = board.next(0).unwrap();
    board.leaves(&batch);
    board.settle(&batch, Err(PlatformError::Timeout), 0);
    board.follow(&listed(&[product("a", 1)]), 1);
    assert_eq!(board.next(MINUTE), Some(Batch::Upsert(vec![product("a", 1)])));
}

#[test]
fn only_what_we_put_there_is_taken_out() {
    let mut board = Board::default();
    board.follow(&listed(&[product("never", 1), product("found", 1), product("ours", 1)]), 0);
    board.see(&[shown(&product("found", 7))], 0);
    let batch = Batch::Upsert(vec![product("found", 1), product("ours", 1)]);
    board.leaves(&batch);
    board.settle(&batch, Ok(all(&batch, Verdict::Done)), 0);
    board.follow(&BTreeMap::new(), 1);
    assert_eq!(board.next(1), Some(Batch::Delete(vec!["ours".into()])));
    assert_eq!(trouble(&board, "found"), Some(Trouble::NotOurs));
}

#[test]
fn a_name_of_a_stranger_is_not_taken_over() {
    let mut board = Board::default();
    board.follow(&listed(&[product("a", 1), product("b", 1)]), 0);
    let stranger = Shown { name: Some("Barang a".into()), ..Shown::default() };
    board.see(std::slice::from_ref(&stranger), 0);
    assert_eq!(board.next(0), Some(Batch::Upsert(vec![product("b", 1)])));
    assert_eq!((trouble(&board, "a"), board.row("a").unwrap().is_dead()), (Some(Trouble::NameTaken), true));
    // The merchant has named it otherwise; the night looks again.
    board.compare(&[], Vec::new(), MINUTE);
    assert!(matches!(board.next(MINUTE), Some(Batch::Upsert(products)) if products.len() == 2));
}

#[test]
fn an_item_that_is_refused_is_tried_and_given_up_and_its_neighbours_are_not() {
    let mut board = Board::default();
    board.follow(&listed(&[product("a", 1), product("b", 1), product("c", 1)]), 0);
    let (mut now, mut tries) = (0, 0);
    while let Some(batch) = board.next(now) {
        tries += 1;
        assert!(tries < 100, "it is tried for ever");
        board.leaves(&batch);
        let verdicts = BTreeMap::from([("a".to_owned(), Verdict::Done), ("b".to_owned(), Verdict::Archived)]);
        board.settle(&batch, Ok(verdicts), now);
        now = board.due().unwrap_or(now).max(now);
    }
    assert_eq!((tries, trouble(&board, "a"), trouble(&board, "b")), (8, None, Some(Trouble::Archived)));
    let refused = board.row("c").unwrap();
    assert_eq!((refused.trouble, refused.is_dead()), (Some(Trouble::Refused), true));
    let report = Report::new(&board, None, Vec::new());
    assert_eq!((report.listed, report.waiting, report.untaken.len()), (1, 0, 2));
}

#[test]
fn what_breaks_the_channel_down_goes_alone_in_the_end() {
    let mut board = Board::default();
    board.follow(&listed(&[product("a", 1), product("poison", 1), product("z", 1)]), 0);
    let mut now = 0;
    for _ in 0..20 {
        let Some(batch) = board.next(now) else { break };
        board.leaves(&batch);
        let is_poisoned = super::board::keys(&batch).contains(&"poison");
        let broken = PlatformError::Failing { status: 500 };
        board.settle(&batch, if is_poisoned { Err(broken) } else { Ok(all(&batch, Verdict::Done)) }, now);
        now = board.due().unwrap_or(now).max(now);
    }
    assert_eq!((trouble(&board, "a"), trouble(&board, "z")), (None, None));
    assert_eq!(trouble(&board, "poison"), Some(Trouble::Broken));
}

#[test]
fn who_asks_to_wait_is_waited_for_and_who_is_away_is_asked_ever_more_rarely() {
    let mut board = Board::default();
    board.follow(&listed(&[product("a", 1)]), 0);
    board.put_off(&PlatformError::Busy { retry_after: 90 }, 0);
    assert_eq!(board.due(), Some(90_000));
    let mut pauses = Vec::new();
    for _ in 0..14 {
        let due = board.due().unwrap();
        board.put_off(&PlatformError::Unreachable, due);
        pauses.push(board.due().unwrap() - due);
    }
    assert!(pauses.is_sorted() && pauses.first() == Some(&4_000) && pauses.last() == Some(&3_600_000));
    assert!(!board.row("a").unwrap().is_dead());
}

#[test]
fn the_night_finds_what_drifted() {
    let mut board =
        settled(&[product("gone", 1), product("other", 1), product("same", 1), product("out", 1)]);
    board.follow(&listed(&[product("gone", 1), product("other", 1), product("same", 1)]), 0);
    let delete = board.next(0).unwrap();
    board.leaves(&delete);
    board.settle(&delete, Ok(all(&delete, Verdict::Done)), 0);
    let there = [
        shown(&product("other", 2)),
        shown(&product("same", 1)),
        shown(&product("out", 1)),
        shown(&product("x", 1)),
    ];
    let (_, counted) = board.see(&there, 7);
    let (_, night) = board.compare(&there, counted, 7);
    assert_eq!((night.missing, night.changed, night.left_over, night.counted), (1, 1, 1, Vec::new()));
    assert_eq!(board.next(7), Some(Batch::Delete(vec!["out".into()])));
    // What was taken out is known for a month, and then no more.
    board.settle(&delete, Ok(all(&delete, Verdict::Done)), 7);
    board.compare(&[], Vec::new(), 30 * 24 * 60 * MINUTE);
    assert!(board.row("out").is_some());
    board.compare(&[], Vec::new(), 31 * 24 * 60 * MINUTE);
    assert!(board.row("out").is_none() && board.row("same").is_some());
}

#[test]
fn the_channels_own_count_stands() {
    let mut board = settled(&[product("a", 1)]);
    let there = Product { stock: 98, ..product("a", 1) };
    let (_, counted) = board.see(&[shown(&there)], 0);
    assert_eq!(counted, [Counted { external_id: "a".into(), known: None, there: Some(98) }]);
    assert!(board.follow(&listed(&[there]), 0).0.contains("a"));
    assert_eq!(board.due(), None);
}

#[test]
fn a_night_is_two_oclock_in_jakarta() {
    let at = |text: &str| crate::timestamp::unix_ms(text).unwrap();
    for (now, next) in [
        ("2026-11-22T18:59:59Z", "2026-11-22T19:00:00Z"),
        ("2026-11-22T19:00:00Z", "2026-11-23T19:00:00Z"),
        ("2026-11-22T23:00:00Z", "2026-11-23T19:00:00Z"),
    ] {
        assert_eq!(next_night(at(now)), at(next), "{now}");
    }
}

fn order(id: u64, key: Option<&str>, quantity: f64, price: i64) -> PaidOrder {
    let item = PaidItem {
        external_id: key.map(str::to_owned),
        name: None,
        quantity: Some(quantity),
        price: Some(Rupiah::new(price)),
    };
    PaidOrder {
        id,
        store_slug: Some("toko".into()),
        total_amount: Some(Rupiah::new(1)),
        items: vec![item],
        ..PaidOrder::default()
    }
}

#[test]
fn what_cannot_be_so_is_doubted() {
    let mut board = settled(&[product("a", 1_000)]);
    board.follow(&listed(&[product("a", 2_000)]), 0);
    board.leaves(&Batch::Upsert(vec![product("a", 2_000)]));
    let known = Known { store: Some("toko"), last: Some(456), is_named: true };
    let doubts = |order: &PaidOrder| board.doubts(order, known).into_iter().collect::<Vec<_>>();
    for good in
        [order(457, Some("a"), 2.0, 1_000), order(9, Some("a"), 999.0, 2_000), order(457, None, 1.0, 7)]
    {
        assert_eq!(doubts(&good), [], "{good:?}");
    }
    assert_eq!(doubts(&order(457, Some("b"), 1.0, 1)), [Doubt::UnknownItem]);
    assert_eq!(doubts(&order(457, Some("a"), 1.0, 1_001)), [Doubt::OddPrice]);
    for quantity in [0.0, 1_000.0, 1.5] {
        assert_eq!(doubts(&order(457, Some("a"), quantity, 1_000)), [Doubt::OddQuantity]);
    }
    assert_eq!(doubts(&order(100_913, None, 1.0, 1)), [Doubt::FarNumber]);
    let elsewhere = PaidOrder { store_slug: None, total_amount: None, ..order(457, None, 1.0, 1) };
    assert_eq!(doubts(&elsewhere), [Doubt::OtherStore, Doubt::NoTotal]);
    let unnamed = board.doubts(&elsewhere, Known { store: None, last: None, is_named: false });
    assert_eq!(unnamed, BTreeSet::from([Doubt::Unnamed, Doubt::NoTotal]));
}

#[test]
fn a_second_telling_sells_nothing_and_another_amount_is_for_a_person() {
    let first = Reported::new(order(1, Some("a"), 2.0, 5), BTreeSet::new(), 0);
    assert_eq!(first.sold(), [("a".to_owned(), 2)]);
    let same = first.clone().again(&order(1, Some("a"), 9.0, 5));
    assert_eq!((same.times, same.doubts.len(), same.order == first.order), (2, 0, true));
    let other = same.again(&PaidOrder { total_amount: Some(Rupiah::new(2)), ..order(1, None, 1.0, 1) });
    assert_eq!((other.doubts.contains(&Doubt::AmountChanged), other.sold()), (true, Vec::new()));
}

/// A channel as it is, and the ways in which it fails.
#[derive(Default)]
struct Channel {
    there: BTreeMap<String, Product>,
    never_ours: BTreeSet<String>,
}

impl Channel {
    fn list(&self) -> Vec<Shown> {
        self.there.values().map(shown).collect()
    }

    /// Writes as many as it gets to, and answers or does not.
    fn takes(&mut self, batch: &Batch, fault: u8) -> Result<BTreeMap<String, Verdict>, PlatformError> {
        let reaches = match fault % 4 {
            0 | 1 => usize::MAX,
            2 => 1,
            _ => 0,
        };
        match batch {
            Batch::Upsert(products) => {
                for product in products.iter().take(reaches) {
                    self.there.insert(product.external_id.clone(), product.clone());
                }
            }
            Batch::Delete(keys) => {
                for key in keys.iter().take(reaches) {
                    assert!(!self.never_ours.contains(key), "{key} was not ours");
                    self.there.remove(key);
                }
            }
        }
        if fault.is_multiple_of(4) {
            Ok(all(batch, Verdict::Done))
        } else {
            Err(PlatformError::Failing { status: 500 })
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    /// Changes, lost answers, breakdowns in the middle and a merchant's own hand:
    /// after a night without faults the channel shows what it should, and what
    /// was never ours is still there.
    #[test]
    fn in_the_end_the_channel_shows_what_it_should(
        wishes in prop::collection::vec((0..8_usize, 0..4_i64, any::<u8>()), 1..40),
        meddled in prop::collection::vec(0..8_usize, 0..4),
    ) {
        let mut channel = Channel::default();
        for key in ["s6", "s7"] {
            channel.there.insert(key.into(), product(key, 1));
            channel.never_ours.insert(key.into());
        }
        let (mut board, mut wanted, mut now) = (Board::default(), BTreeMap::new(), 0);
        for (nth, price, fault) in wishes {
            let key = format!("s{nth}");
            match price {
                0 => wanted.remove(&key),
                price => wanted.insert(key.clone(), product(&key, price)),
            };
            board.follow(&wanted, now);
            board.see(&channel.list(), now);
            if let Some(batch) = board.next(now) {
                board.leaves(&batch);
                let answer = channel.takes(&batch, fault);
                board.settle(&batch, answer, now);
            }
            now += 1_000;
        }
        for nth in meddled {
            channel.there.remove(&format!("s{nth}"));
        }
        channel.never_ours.retain(|key| channel.there.contains_key(key));
        for _ in 0..2 {
            let there = channel.list();
            let (_, counted) = board.see(&there, now);
            board.compare(&there, counted, now);
            for _ in 0..100 {
                let Some(due) = board.due() else { break };
                now = now.max(due);
                let Some(batch) = board.next(now) else { break };
                board.leaves(&batch);
                let answer = channel.takes(&batch, 0);
                board.settle(&batch, answer, now);
            }
        }
        prop_assert!(channel.never_ours.iter().all(|key| channel.there.contains_key(key)));
        channel.there.retain(|key, _| wanted.contains_key(key) || !channel.never_ours.contains(key));
        prop_assert_eq!(channel.there, wanted);
    }
}
