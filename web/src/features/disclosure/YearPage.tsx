export function YearPage() { return <h1>YearPage</h1>; }
