-- By hand: Prisma's schema has no indexes over expressions. A customer is found by the beginning of its id or name
-- (src/conversation/naming/list-customers.ts), whatever language the server sorts by.
CREATE INDEX "customer_called_idx" ON "customer" (lower("name") COLLATE "C");
CREATE INDEX "customer_id_called_idx" ON "customer" (lower("id") COLLATE "C");
