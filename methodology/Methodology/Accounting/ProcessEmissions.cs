namespace PilotRegistry.Methodology;

/// <summary>E_process = Σ product output × factor, or a mass balance with a stated basis. The output includes own use.</summary>
internal static class ProcessEmissions
{
    public static void Book(ParkYear park, Accounts accounts)
    {
        foreach (var product in park.Products)
            accounts.Leaf(Terms.Process, product.At, product.Name, "quantity × factor", product.Factor,
                product.Quantity * product.Factor.Value, ("quantity", product.Quantity));
    }
}
