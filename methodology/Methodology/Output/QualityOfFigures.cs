namespace PilotRegistry.Methodology;

/// <summary>Carries the label of each reported line to the headline figures.</summary>
internal static class QualityOfFigures
{
    public static FigureQuality Of(Computed year)
    {
        var labels = Labels(year.Park.Reported);
        return new() { Co2 = Shares(Terms.Emissions, year.Accounts, labels), Tce = Shares([Terms.Energy], year.Accounts, labels) };
    }

    /// <summary>Where a line stands to the label it carries; an input or output without its own has that of its conversion.</summary>
    private static Dictionary<string, DataQuality> Labels(ActivityData data)
    {
        var labels = new Dictionary<string, DataQuality>();
        Add("fuels", data.Fuels);
        Add("electricity", data.Electricity);
        Add("heat", data.Heat);
        Add("products", data.Products);
        Add("bunkers", data.Bunkers);
        for (var at = 0; at < data.Conversions.Count; at++)
        {
            Add($"conversions/{at}/inputs", data.Conversions[at].Inputs, data.Conversions[at].Quality);
            Add($"conversions/{at}/outputs", data.Conversions[at].Outputs, data.Conversions[at].Quality);
        }
        return labels;

        void Add(string list, IReadOnlyList<Line> lines, DataQuality? otherwise = null)
        {
            for (var at = 0; at < lines.Count; at++)
                if ((lines[at].Quality ?? otherwise) is { } label) labels[$"{list}/{at}"] = label;
        }
    }

    private static QualityShares? Shares(IReadOnlyList<Term> terms, Accounts accounts, Dictionary<string, DataQuality> labels)
    {
        var byPlace = labels.GetAlternateLookup<ReadOnlySpan<char>>();
        var sums = new decimal[Enum.GetValues<DataQuality>().Length];
        var all = 0m;
        foreach (var term in terms)
            foreach (var leaf in accounts.LeavesOf(term))
            {
                all += Math.Abs(leaf.Value);
                // A leaf's id is its term, a slash, and where the line stands.
                if (byPlace.TryGetValue(leaf.Id.AsSpan(term.Id.Length + 1), out var label)) sums[(int)label] += Math.Abs(leaf.Value);
            }
        if (all == 0) return null;
        return new()
        {
            Measured = Share(DataQuality.Measured),
            Calculated = Share(DataQuality.Calculated),
            Default = Share(DataQuality.Default),
            Estimated = Share(DataQuality.Estimated),
            Unstated = Rounded.Summary((all - sums.Sum()) / all)
        };

        decimal Share(DataQuality label) => Rounded.Summary(sums[(int)label] / all);
    }
}
