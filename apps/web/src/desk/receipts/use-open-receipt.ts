import { useNavigate } from '@tanstack/react-router';

/** Goes to the page of a receipt. */
export function useOpenReceipt(): (receipt: { id: string }) => void {
  const navigate = useNavigate();
  return ({ id: receiptId }) => void navigate({ to: '/receipts/$receiptId', params: { receiptId }, search: {} });
}
