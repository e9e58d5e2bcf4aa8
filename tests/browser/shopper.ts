/** People who buy: each with a number of their own, so that their orders can be told apart. */
import { randomInt } from 'node:crypto';

export interface Shopper {
  name: string;
  /** As typed. */
  phone: string;
  /** As the platform keeps it. */
  stored: string;
  email: string;
}

/** Where a parcel may go. */
export interface District {
  /** What is typed to find it. */
  search: string;
  name: string;
  city: string;
  /** The first of a list, or what is filled in, when it does not matter. */
  postalCode: string;
  street: string;
}

export const COBLONG: District = {
  search: 'coblong',
  name: 'Coblong',
  city: 'Kota Bandung',
  postalCode: '40132',
  street: 'Jl. Dago No. 123, RT 02/RW 05, dekat Simpang Dago',
};

export const MENTENG: District = {
  search: 'menteng jakarta',
  name: 'Menteng',
  city: 'Kota Jakarta Pusat',
  postalCode: '10310',
  street: 'Jl. HOS Cokroaminoto No. 8, RT 03/RW 01',
};

/** A district that no other test asks about: the Worker keeps what it was told for a minute. */
export function district(name: string, city: string): District {
  return { search: `${name} ${city}`, name, city, postalCode: '', street: 'Jl. Melati No. 7, RT 01/RW 02' };
}

/** Somebody new. */
export function shopper(name = "Siti Nur'aini"): Shopper {
  const digits = `8${String(randomInt(1e10)).padStart(10, '0')}`;
  return { name, phone: `0${digits}`, stored: `62${digits}`, email: 'siti@example.com' };
}
