import { BuyButton, TumbasCheckout } from "@tumbas/checkout/react";

export function Shop() {
  return (
    <>
      <TumbasCheckout on={{ order_created: ({ token }) => console.log(token) }} />
      <BuyButton items={[{ id: "variant_Vxp5VLfk5446Uf1Sy7RRGUe0" }]}>Beli</BuyButton>
    </>
  );
}
