using PilotRegistry.Contracts;
using PilotRegistry.Methodology;
using PilotRegistry.Submission.Drafts;

namespace PilotRegistry.Submission.Enterprises;

/// <summary>
/// The park's year with what its enterprises entered added up: the park's own lines as they are, then one line for each kind
/// of line of the enterprises. Notes and evidence of enterprises stay behind, since the sum is public.
/// </summary>
/// <param name="Data">What is computed, submitted and published.</param>
public sealed record RolledUp(ActivityData Data)
{
    /// <summary>For each added line the first enterprise's line behind it: where a problem with it is to be mended.</summary>
    private readonly Dictionary<string, string> sources = [];

    private readonly Dictionary<string, DataQuality?> qualities = [];

    public static RolledUp Of(YearDraft draft)
    {
        var rolled = new RolledUp(AsData(draft));
        return draft.Enterprises.Count == 0 ? rolled : rolled.Add(draft);
    }

    /// <summary>A place in the rolled-up data as a place in the draft.</summary>
    public string InDraft(string pointer)
    {
        var steps = pointer.Split('/');
        var line = string.Join('/', steps.Take(3));
        return sources.TryGetValue(line, out var source) ? source + string.Concat(steps.Skip(3).Select(step => "/" + step)) : pointer;
    }

    /// <param name="result">Of the rolled-up data.</param>
    /// <param name="enterprises">How many there are.</param>
    /// <returns>Null when nothing was entered per enterprise, or the park uses no energy.</returns>
    public EnterpriseCoverage? Coverage(Result result, int enterprises)
    {
        if (enterprises == 0 || result.Energy.Tce <= 0)
        {
            return null;
        }

        decimal Share(Func<DataQuality?, bool> ofQuality) => Math.Round(
            result.Derivation.Where(e => e.Parent == "energy" && qualities.TryGetValue(e.Id["energy".Length..], out var quality) && ofQuality(quality)).Sum(e => e.Value)
            / result.Energy.Tce, 6, MidpointRounding.AwayFromZero);

        var (measured, estimated) = (Share(IsMeasured), Share(quality => !IsMeasured(quality)));
        return new(enterprises, measured, estimated, 1 - measured - estimated);
    }

    private static bool IsMeasured(DataQuality? quality) => quality is DataQuality.Measured or DataQuality.Calculated;

    /// <summary>Without what only a draft carries.</summary>
    public static ActivityData AsData(YearDraft draft) => new()
    {
        Year = draft.Year,
        RulePack = draft.RulePack,
        ProvincialPack = draft.ProvincialPack,
        Fuels = draft.Fuels,
        Conversions = draft.Conversions,
        Electricity = draft.Electricity,
        ThermalGeneration = draft.ThermalGeneration,
        Heat = draft.Heat,
        Products = draft.Products,
        Bunkers = draft.Bunkers,
        Indicators = draft.Indicators,
        Context = draft.Context,
    };

    private RolledUp Add(YearDraft draft) => this with
    {
        Data = Data with
        {
            Fuels = Sum("fuels", draft, Data.Fuels, d => d.Fuels, l => l.Quantity, (l, q) => l with { Quantity = q }),
            Conversions = Sum("conversions", draft, Data.Conversions, d => d.Conversions, _ => null, (l, _) => l),
            Electricity = Sum("electricity", draft, Data.Electricity, d => d.Electricity, l => l.Mwh, (l, q) => l with { Mwh = q }),
            ThermalGeneration = Sum("thermalGeneration", draft, Data.ThermalGeneration, d => d.ThermalGeneration, l => l.Mwh, (l, q) => l with { Mwh = q }),
            Heat = Sum("heat", draft, Data.Heat, d => d.Heat, l => l.Gj, (l, q) => l with { Gj = q }),
            Products = Sum("products", draft, Data.Products, d => d.Products, l => l.Quantity, (l, q) => l with { Quantity = q }),
            Bunkers = Sum("bunkers", draft, Data.Bunkers, d => d.Bunkers, l => l.Quantity, (l, q) => l with { Quantity = q }),
        },
    };

    /// <summary>Lines that agree in everything but their quantity are one; a line without a quantity stays what it is.</summary>
    private List<T> Sum<T>(
        string list, YearDraft draft, IReadOnlyList<T> own, Func<EnterpriseLines, IReadOnlyList<T>> part, Func<T, decimal?> quantity, Func<T, decimal?, T> with)
        where T : Line
    {
        var sums = own.ToList();
        var at = new Dictionary<T, int>();
        foreach (var (n, enterprise) in draft.Enterprises.Index())
        {
            foreach (var (m, line) in part(enterprise.Data ?? new()).Index())
            {
                var bare = line with { Note = null, Evidence = null, Quality = line.Quality ?? enterprise.Quality };
                var kind = with(bare, null);
                if (quantity(bare) is { } more && at.TryGetValue(kind, out var known))
                {
                    sums[known] = with(sums[known], quantity(sums[known]) + more);
                    continue;
                }

                if (quantity(bare) is not null)
                {
                    at[kind] = sums.Count;
                }

                sources[$"/{list}/{sums.Count}"] = $"/enterprises/{n}/data/{list}/{m}";
                qualities[$"/{list}/{sums.Count}"] = bare.Quality;
                sums.Add(bare);
            }
        }

        return sums;
    }
}
