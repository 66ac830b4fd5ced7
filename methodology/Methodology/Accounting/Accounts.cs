namespace PilotRegistry.Methodology;

/// <summary>Adds up the terms and, when asked to explain, keeps each step.</summary>
internal sealed class Accounts(bool explains)
{
    private readonly decimal[] sums = new decimal[Terms.All.Count];
    private readonly List<DerivationEntry>[] steps = [.. Terms.All.Select(_ => new List<DerivationEntry>())];

    private readonly HashSet<string> branches = [];

    public decimal this[Term term] => sums[term.Index];

    /// <summary>E_park = E_energy + E_process, with E_energy = E_fuel + E_conversion + E_indirect.</summary>
    public decimal Total => Terms.Emissions.Sum(term => this[term]);

    public IReadOnlyList<DerivationEntry> StepsOf(Term term) => steps[term.Index];

    /// <summary>The steps that no other step stands under; conversions are branches, and their leaves name them as parent.</summary>
    public IEnumerable<DerivationEntry> LeavesOf(Term term) => StepsOf(term).Where(step => !branches.Contains(step.Id));

    /// <summary>Books one leaf: the value is rounded here, and nowhere else before the summary.</summary>
    public void Leaf(
        Term term, string at, Wording label, string formula, SourcedNumber? factor, decimal value,
        params ReadOnlySpan<(string Name, decimal Value)> inputs) => Leaf(term, at, term.Id, label, formula, factor, value, inputs);

    /// <summary>Books a leaf under a step of its own, such as one input of a conversion.</summary>
    public void Leaf(
        Term term, string at, string parent, Wording label, string formula, SourcedNumber? factor, decimal value,
        params ReadOnlySpan<(string Name, decimal Value)> inputs)
    {
        var leaf = Rounded.Leaf(value);
        sums[term.Index] += leaf;
        if (explains) steps[term.Index].Add(Entry(term, at, parent, label, formula, factor, leaf, inputs));
    }

    /// <summary>A step that is the sum of the leaves booked under it; returns its id for them.</summary>
    public string Branch(Term term, string at, Wording label, string formula, decimal value)
    {
        if (!explains) return "";
        var entry = Entry(term, at, term.Id, label, formula, factor: null, value, []);
        steps[term.Index].Add(entry);
        branches.Add(entry.Id);
        return entry.Id;
    }

    private static DerivationEntry Entry(
        Term term, string at, string parent, Wording label, string formula, SourcedNumber? factor, decimal value,
        ReadOnlySpan<(string Name, decimal Value)> inputs) => new()
        {
            Id = $"{term.Id}/{at}",
            Parent = parent,
            Term = term.Id,
            Label = label,
            Formula = formula,
            Inputs = NamedNumbers.Of(inputs),
            Factor = factor,
            Value = value,
            Unit = term.Unit
        };
}
