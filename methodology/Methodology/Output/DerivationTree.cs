namespace PilotRegistry.Methodology;

/// <summary>Every step in the order of the method: the total and its terms, energy, memo items, quotients.</summary>
internal static class DerivationTree
{
    private const string Sum = "Σ";

    public static IReadOnlyList<DerivationEntry> Of(Computed year)
    {
        var accounts = year.Accounts;
        var entries = new List<DerivationEntry> { Total(accounts) };
        foreach (var term in Terms.Emissions) AddTerm(entries, term, accounts, parent: TotalId);
        foreach (var term in Terms.All.Except(Terms.Emissions))
            if (accounts.StepsOf(term).Count > 0) AddTerm(entries, term, accounts, parent: null);
        if (DirectSupply.Step(year.DirectSupply) is { } directSupply) entries.Add(directSupply);
        entries.AddRange(year.Indicators.Select(indicator => indicator.Step).OfType<DerivationEntry>());
        entries.AddRange(UnitProductsIndicator.Steps(year.Park.Guiding));
        return entries;
    }

    private const string TotalId = "total";

    private static DerivationEntry Total(Accounts accounts) => new()
    {
        Id = TotalId,
        Parent = null,
        Term = TotalId,
        Label = new("园区二氧化碳排放总量", "The park's CO2"),
        Formula = "fuel + conversion + electricity + heat + process",
        Inputs = new([.. Terms.Emissions.Select(term => KeyValuePair.Create(term.Id, accounts[term]))]),
        Factor = null,
        Value = accounts.Total,
        Unit = "t"
    };

    private static void AddTerm(List<DerivationEntry> entries, Term term, Accounts accounts, string? parent)
    {
        entries.Add(new()
        {
            Id = term.Id,
            Parent = parent,
            Term = term.Id,
            Label = term.Label,
            Formula = Sum,
            Inputs = NamedNumbers.None,
            Factor = null,
            Value = accounts[term],
            Unit = term.Unit
        });
        entries.AddRange(accounts.StepsOf(term));
    }
}
