/** The checkout as a shopper finds it. The only place that knows where things are. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { District, Shopper } from './shopper';
import { INDONESIAN, rupiah, type Words } from './words';

export type Step = keyof Words['steps'];
export type Field = 'name' | 'phone' | 'email' | 'street' | 'note';

export class Checkout {
  constructor(
    readonly page: Page,
    readonly root: Locator = page.locator('tumbas-checkout'),
    readonly words: Words = INDONESIAN,
  ) {}

  /** The checkout that a buy button opens. */
  static overlay(page: Page, words: Words = INDONESIAN): Checkout {
    return new Checkout(page, page.getByRole('dialog'), words);
  }

  // Where the shopper is.

  heading(step: Step): Locator {
    return this.root.getByRole('heading', { name: this.words.steps[step], exact: true, level: 2 });
  }

  async isAt(step: Step): Promise<void> {
    await expect(this.heading(step)).toBeVisible();
  }

  /** The sentence about the order or the cart, above the step. */
  alert(): Locator {
    return this.root.getByRole('alert').filter({ hasNotText: /^$/ }).first();
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  link(name: string): Locator {
    return this.root.getByRole('link', { name, exact: true });
  }

  async next(): Promise<void> {
    await this.button(this.words.next).click();
  }

  async back(): Promise<void> {
    await this.button(this.words.back).click();
  }

  /** Back to a finished step. */
  change(step: Step): Locator {
    return this.button(`${this.words.change} ${this.words.steps[step]}`);
  }

  // Stores and products.

  store(name: string): Locator {
    return this.root.getByRole('button', { name });
  }

  searchBox(): Locator {
    return this.root.getByRole('searchbox', { name: this.words.search });
  }

  card(thing: string): Locator {
    const heading = this.page.getByRole('heading', { name: thing, exact: true });
    return this.root.getByRole('listitem').filter({ has: heading });
  }

  add(thing: string): Locator {
    return this.button(this.words.add(thing));
  }

  /** "Add" of one of a bundle's prices. */
  addPriced(bundle: string, price: string): Locator {
    return this.add(`${bundle} – ${price}`);
  }

  /** Spreads the variants of a product out and picks one. */
  async choose(thing: string, variant: string): Promise<void> {
    await this.button(`${this.words.choose} ${thing}`).click();
    await this.card(thing).getByRole('radio', { name: variant, exact: true }).check();
  }

  // The cart.

  cart(): Locator {
    return this.root.getByRole('complementary', { name: this.words.cart });
  }

  /** What the cart costs, as far as it is known. */
  total(): Locator {
    return this.cart().locator('.tb-bar-text').filter({ visible: true });
  }

  /** What is said of the courier's price beside the total. */
  shipping(): Locator {
    return this.cart().locator('.tb-bar-shipping');
  }

  async costs(amount: number): Promise<void> {
    await expect(this.total()).toContainText(rupiah(amount));
  }

  /** Shows the lines, which a phone keeps behind the total. */
  async openCart(): Promise<void> {
    const lines = this.cart().getByRole('heading', { name: this.words.cart });
    if (!(await lines.isVisible())) await this.cart().locator('.tb-bar-button').click();
    await expect(lines).toBeVisible();
  }

  line(thing: string): Locator {
    return this.cart().getByRole('listitem').filter({ hasText: thing });
  }

  quantity(thing: string): Locator {
    return this.cart().getByRole('textbox', { name: this.words.quantity(thing), exact: true });
  }

  async typeQuantity(thing: string, pieces: string): Promise<void> {
    await this.quantity(thing).fill(pieces);
    await this.quantity(thing).press('Tab');
  }

  more(thing: string): Locator {
    return this.cart().getByRole('button', { name: this.words.more(thing), exact: true });
  }

  fewer(thing: string): Locator {
    return this.cart().getByRole('button', { name: this.words.fewer(thing), exact: true });
  }

  remove(thing: string): Locator {
    return this.cart().getByRole('button', { name: this.words.remove(thing), exact: true });
  }

  // Details.

  field(field: Field): Locator {
    return this.root.getByRole('textbox', { name: new RegExp(`^${this.words[field]}`) });
  }

  /** The sentence below a field. */
  error(field: Field): Locator {
    const control = this.page.getByRole('textbox', { name: new RegExp(`^${this.words[field]}`) });
    return this.root.locator('.tb-field').filter({ has: control }).locator('.tb-error');
  }

  /** The list of everything that is wrong. */
  summary(): Locator {
    return this.root.locator('.tb-summary');
  }

  async fill(shopper: Pick<Shopper, 'name' | 'phone' | 'email'>): Promise<void> {
    await this.field('name').fill(shopper.name);
    await this.field('phone').fill(shopper.phone);
    await this.field('email').fill(shopper.email);
  }

  async openNote(): Promise<void> {
    await this.button(this.words.openNote).click();
  }

  async addNote(text: string): Promise<void> {
    await this.openNote();
    await this.field('note').fill(text);
  }

  // Where the parcel goes.

  district(): Locator {
    return this.root.getByRole('combobox', { name: this.words.district, exact: true });
  }

  districts(): Locator {
    return this.root.getByRole('option');
  }

  /** Searches for a district and picks the row that says all of this. */
  async chooseDistrict(district: District): Promise<void> {
    await this.district().fill(district.search);
    await this.districts().filter({ hasText: district.name }).filter({ hasText: district.city }).first().click();
    await expect(this.changeDistrict()).toBeVisible();
  }

  changeDistrict(): Locator {
    return this.button(this.words.changeDistrict);
  }

  /** A box or a list, as the district has it. */
  postal(): Locator {
    return this.root.getByLabel(this.words.postal, { exact: true });
  }

  async fillAddress(to: District): Promise<void> {
    await this.chooseDistrict(to);
    await this.fillStreet(to);
  }

  /** What is below the district. */
  async fillStreet(to: District): Promise<void> {
    if ((await this.postal().evaluate((control) => control.tagName)) === 'SELECT') {
      await this.postal().selectOption(to.postalCode ? to.postalCode : { index: 1 });
    } else if (to.postalCode) {
      await this.postal().fill(to.postalCode);
    }
    await this.field('street').fill(to.street);
  }

  async openPaste(): Promise<void> {
    await this.button(this.words.pasteOpen).click();
  }

  pasteBox(): Locator {
    return this.root.getByRole('textbox', { name: this.words.paste, exact: true });
  }

  // Who brings it.

  services(): Locator {
    return this.root.locator('.tb-service');
  }

  /** A service by courier and name: `JNE Reguler`. */
  service(name: string): Locator {
    return this.root.getByRole('radio', { name: new RegExp(`^${name},`) });
  }

  async showAllCouriers(): Promise<void> {
    const all = this.root.getByRole('button', { name: this.words.allCouriers });
    if (await all.isVisible()) await all.click();
  }

  /** Picks a service and says what it costs. */
  async chooseService(name: string): Promise<number> {
    await expect(this.services().first()).toBeVisible();
    await this.showAllCouriers();
    await this.service(name).check();
    return this.costOf(name);
  }

  async costOf(name: string): Promise<number> {
    const radio = this.page.getByRole('radio', { name: new RegExp(`^${name},`) });
    const row = this.services().filter({ has: radio });
    const cost = (await row.locator('.tb-sum').innerText()).replace(/\D/g, '');
    return Number(cost);
  }

  // Payment and review.

  /** The tick that cash at the door asks for. */
  ready(): Locator {
    return this.root.getByRole('checkbox', { name: this.words.ready });
  }

  method(name: string): Locator {
    return this.root.getByRole('radio', { name });
  }

  order(): Locator {
    return this.root.getByRole('button', { name: new RegExp(`^(${this.words.order}|${this.words.retry}) – Rp`) });
  }

  /** The order is out, and nobody knows yet what became of it. */
  async isConfirming(): Promise<void> {
    await expect(this.root.getByRole('heading', { name: this.words.confirming })).toBeVisible();
  }

  // The overlay.

  /** Says yes if the checkout asks whether to close. */
  async closes(): Promise<void> {
    const asks = () => this.button(this.words.leave).isVisible();
    await expect.poll(async () => (await asks()) || !(await this.root.isVisible())).toBe(true);
    if (await asks()) await this.button(this.words.leave).click();
    await expect(this.root).toBeHidden();
  }

  // Whole stretches of the way.

  /** Puts a thing into the cart, unless another tab or visit has done that. */
  async take(thing: string): Promise<void> {
    const count = this.root.getByRole('textbox', { name: this.words.quantity(thing), exact: true });
    await this.add(thing).or(count).first().waitFor();
    if (await this.add(thing).isVisible()) await this.add(thing).click();
  }

  /** The tick that has the details kept on this device. */
  keep(): Locator {
    return this.root.getByRole('checkbox', { name: this.words.keep });
  }

  /** From the products to the review, with one piece of a thing in the cart. */
  async reachReview(thing: string, shopper: Shopper, method = 'QRIS'): Promise<void> {
    await this.take(thing);
    await this.next();
    await this.isAt('details');
    await this.reviewFromDetails(shopper, method);
  }

  /** From the products to the couriers, with one piece of a thing in the cart. */
  async reachDelivery(thing: string, shopper: Shopper, to: District): Promise<void> {
    await this.add(thing).click();
    await this.next();
    await this.isAt('details');
    await this.field('name').fill(shopper.name);
    await this.field('phone').fill(shopper.phone);
    await this.fillAddress(to);
    await this.next();
    await this.isAt('delivery');
  }

  /** From the couriers to the review; says what the courier costs. */
  async reviewFromDelivery(service: string, method = 'QRIS'): Promise<number> {
    const cost = await this.chooseService(service);
    await this.next();
    await this.isAt('payment');
    await this.method(method).check();
    await this.next();
    await this.isAt('review');
    return cost;
  }

  /** From the details to the review. */
  async reviewFromDetails(shopper: Shopper, method = 'QRIS'): Promise<void> {
    await this.fill(shopper);
    await this.next();
    await this.isAt('payment');
    await this.method(method).check();
    await this.next();
    await this.isAt('review');
  }
}
