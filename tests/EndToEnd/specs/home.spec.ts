import { expect, test } from '../support/watch';

test('a visitor finds the 52 parks of the first list and filters them by province and word', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByText('北京经济技术开发区').first()).toBeVisible();
  await page.goto('/?province=320000&q=溧阳');
  await expect(page.getByText('江苏常州溧阳高新技术产业开发区').first()).toBeVisible();
  await expect(page.getByText('北京经济技术开发区')).toHaveCount(0);
});

test('the language switch keeps the place', async ({ page }) => {
  await page.goto('/?province=320000');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/?\?province=320000/);
});
