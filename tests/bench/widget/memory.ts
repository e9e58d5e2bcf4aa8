/** What a page keeps in memory. */
import type { CDPSession } from '@playwright/test';

/** In bytes. The protocol's types do not know the last two yet. */
interface HeapUsage {
  /** Objects of scripts. */
  usedSize: number;
  /** The page's elements. */
  embedderHeapUsedSize: number;
  /** Buffers, WebAssembly's memory among them. */
  backingStorageSize: number;
}

/** In bytes, once what nobody needs was collected. */
export async function memory(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = (await session.send('Runtime.getHeapUsage')) as HeapUsage;
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}
