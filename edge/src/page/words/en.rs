//! English.

use super::{Words, say};

pub(super) const WORDS: Words = Words {
    confirming: say(
        "Confirming your order",
        "We are making sure that your order arrived. Do not order again; the way to pay will appear here.",
    ),
    waiting: say(
        "In the queue",
        "The store is busy. Your order is in the queue and goes out by itself when its turn comes.",
    ),
    absent: say(
        "The order was not recorded",
        "This order did not reach the store and you have not been charged. Please order once more.",
    ),
    review: say(
        "The store will contact you",
        "The store is checking this order. Do not order again; give the code below if you contact the store.",
    ),
    refused: say(
        "The order was not accepted",
        "The store cannot take this order and you have not been charged. Check what is in it, then order again.",
    ),
    received: say(
        "Order received",
        "The store has your order. The seller will contact you about the next step.",
    ),
    unpaid: say("Waiting for payment", "Pay this order so that the store can prepare it."),
    expired: say(
        "The time to pay has passed",
        "Do not pay through this page any more. If you still want the goods, ask the seller or place a new order.",
    ),
    cash: say(
        "Order received, cash on delivery",
        "Have the cash ready; the courier collects it with the parcel.",
    ),
    conflict: say("Payment being checked", "Do not pay again. The store is matching your payment."),
    paid: say("Payment received", "Thank you. The store will prepare this order soon."),
    packing: say("Being prepared", "The store is preparing this order."),
    ready: say("Ready to ship", "The parcel is packed and waits for the courier."),
    shipped: say("On its way", "The courier has the parcel. Follow it with the tracking number below."),
    completed: say("Order completed", "The order has arrived. Thank you for shopping."),
    canceled: say("Order canceled", "This order no longer stands. Ask the seller if you did not cancel it."),
    canceled_paid: say(
        "Order canceled after payment",
        "Contact the seller and give the order code to ask for your money back.",
    ),
    returned: say(
        "Parcel returned to the store",
        "The courier could not deliver this parcel. Contact the seller to have it sent once more.",
    ),

    order_at: "Order at {}",
    order: "Order",
    reference: "Order code",
    placed: "Ordered",
    description: "See where the order stands, how to pay, and its tracking number.",
    as_of: "The store cannot be reached right now. This is what was last known, as of",

    journey: "The order's journey",
    stations: ["Ordered", "Payment", "Packed", "Shipped", "Completed"],
    station_done: "done",

    to_pay: "To pay",
    total: "Total",
    paid_so_far: "{} has been paid. This is the rest:",
    pay_before: "Pay before",
    pay_now: "Pay now",
    pay_opens: "This takes you to the store's payment page.",
    transfer: "Transfer to this account",
    transfer_exactly: "Transfer the amount to the last digit, so that the store recognises your payment.",
    transfer_proof: "Send proof of transfer",
    confirm_transfer: "Confirm by WhatsApp",
    confirm_text: "Hello, I have transferred {} for order {}.",
    checked_by_hand: "The seller looks at the account, then marks the order as paid; this page changes with it.",
    account: "Account number",
    holder: "in the name of",
    virtual_account: "Virtual account number",
    payment_code: "Payment code",
    exact_amount: "Amount",

    items: "In this order",
    shipping: "Shipping",
    insurance: "Parcel insurance",
    unique_code: "Unique code",
    method: "Payment method",
    method_hosted: "Payment link",
    method_transfer: "Bank transfer",
    method_cash: "Cash on delivery",
    method_card: "Credit/debit card",

    delivery: "Delivery",
    courier: "Courier",
    etd: "Expected within",
    days: "days",
    tracking: "Tracking number",
    movements: "The parcel's way",
    steps: [
        "The courier was asked to fetch the parcel",
        "The parcel arrived at the courier's hub",
        "The parcel left the courier's hub",
        "The parcel is being brought to your address",
        "The parcel was handed over",
        "The courier handled the parcel",
    ],
    no_tracking: "The tracking number appears here once the parcel is on its way.",

    copy: "Copy",
    copied: "Copied",
    copy_named: "Copy {}",
    share: "Share on WhatsApp",
    share_text: "Here is the order's page:",
    ask_seller: "Ask the seller",
    ask_text: "Hello, I have a question about order {}.",
    platform_page: "Order page at the store",
    refresh: "Refresh",
    keeps_current: "This page updates itself.",
    keep_link: "Keep the address of this page to see the order at any time. Anyone who has the link can see this page.",
    other_language: "Bahasa Indonesia",

    shop: "Shop",
    shop_description: "Choose what you like, pay without an account.",
    shop_from: "From {}",
    shop_script: "This page needs JavaScript. Allow it in your browser, then reload.",
    shop_missing: say(
        "Shop not found",
        "Check the link: it may have been cut when it was copied. If it still does not open, ask the seller for a new one.",
    ),
    shop_trouble: say(
        "The shop cannot be opened right now",
        "This will pass. Wait a moment, then try again.",
    ),

    missing: say(
        "Order not found",
        "Check the link: it may have been cut when it was copied. If it still does not open, ask the seller for a new one.",
    ),
    trouble: say(
        "This page cannot be opened right now",
        "Your order is safe and need not be placed again. Wait a moment, then try again.",
    ),
    again: "Try again",
};
