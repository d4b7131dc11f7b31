import { createContext, type ReactNode } from 'react';

/** The tabs above a list: the lists that are looked at together with it. They are laid there by whoever frames the page. */
export const ListTabs = createContext<ReactNode>(null);
