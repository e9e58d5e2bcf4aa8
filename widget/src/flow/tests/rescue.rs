//! Every dead end offers the seller's chat with the cart in it: the views draw it for each of these.

use super::*;
use view::{LoadTrouble, Rescue};

fn told(shopper: &Shopper) -> String {
    crate::copy::KAMU.rescue(&shopper.flow.rescue(), "https://toko.example/kaos")
}

fn failing(code: ErrorCode) -> Shopper {
    let options = Options { items: vec![asked("variant_ebook", 2)], ..of_store() };
    let mut shopper = Shopper::opens(options, None);
    shopper.does(Event::CartSeen(Some("1\nvariant_shirt\n2\n150000\nKaos, Merah".into())));
    let number = shopper.last_number();
    shopper.does(Event::CheckoutLoaded { number, answer: Err(problem(code)) });
    shopper
}

#[test]
fn a_shop_that_does_not_load_tells_what_the_device_kept_and_the_page_asks_for() {
    for (code, trouble) in [
        (ErrorCode::PlatformBusy, LoadTrouble::Busy),
        (ErrorCode::PlatformUnavailable, LoadTrouble::Unavailable),
        (ErrorCode::StoreNotFound, LoadTrouble::UnknownStore),
        (ErrorCode::SellerConfiguration, LoadTrouble::SellerMustAct),
    ] {
        let shopper = failing(code);
        assert_eq!(shopper.screen(), Screen::Failed(trouble));
        assert_eq!(
            told(&shopper),
            "Halo toko.example, saya mau pesan:\n- 2 × Kaos, Merah\nTotal: Rp\u{a0}300.000\n\
             Di halaman toko pesanannya belum bisa dibuat. Bisa dibantu?\n\
             https://toko.example/kaos#tumbas=variant_shirt:2,variant_ebook:2&store=store_1"
        );
    }
}

#[test]
fn an_order_that_does_not_stand_tells_the_cart_and_no_one_s_name() {
    for code in [
        ErrorCode::OrderRefused,
        ErrorCode::SellerConfiguration,
        ErrorCode::PlatformBusy,
        ErrorCode::PlatformUnavailable,
        ErrorCode::PriceChanged,
        ErrorCode::ValidationFailed,
    ] {
        let mut shopper = Shopper::ordering();
        shopper.is_answered(Err(problem(code.clone())));
        let told = told(&shopper);
        assert!(
            told.starts_with("Halo Toko store_1, saya mau pesan:\n- 1 × Ebook Masak\n"),
            "{code:?}: {told}"
        );
        assert!(told.ends_with("#tumbas=variant_ebook:1&store=store_1"), "{code:?}: {told}");
        for private in ["Sari", "0812", "sari@"] {
            assert!(!told.contains(private), "{code:?}: {told}");
        }
    }
}

#[test]
fn nothing_known_is_still_a_message() {
    let rescue = Flow::new().rescue();
    assert_eq!(rescue, Rescue::default());
}
