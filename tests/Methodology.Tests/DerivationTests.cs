using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>Every figure can be followed down to its leaves, and every leaf be worked out again.</summary>
public sealed class DerivationTests
{
    public static TheoryData<string> Parks => [.. Examples.Names, "everything"];

    private static Result Of(string park) => (park == "everything" ? Examples.Everything : Examples.Read(park)).Result();

    [Theory, MemberData(nameof(Parks))]
    public void Leaves_of_each_term_and_unit_add_up_to_its_summary_figure(string park)
    {
        var result = Of(park);
        var parents = result.Derivation.Select(step => step.Parent).ToHashSet();
        decimal Leaves(string term, string unit) => decimal.Round(
            result.Derivation.Where(step => step.Term == term && step.Unit == unit && !parents.Contains(step.Id)).Sum(step => step.Value),
            6, MidpointRounding.AwayFromZero);

        Assert.Equal(result.Emissions.Fuel, Leaves("fuel", "t"));
        Assert.Equal(result.Emissions.Conversion, Leaves("conversion", "t"));
        Assert.Equal(result.Emissions.Electricity, Leaves("electricity", "t"));
        Assert.Equal(result.Emissions.Heat, Leaves("heat", "t"));
        Assert.Equal(result.Emissions.Process, Leaves("process", "t"));
        Assert.Equal(result.Energy.Tce, Leaves("energy", "tce"));
        Assert.Equal(result.Energy.CleanTce, Leaves("cleanEnergy", "tce"));
        Assert.Equal(result.Memo.Bunkers, Leaves("bunkers", "t"));
        Assert.Equal(result.Memo.RawMaterialTce, Leaves("rawMaterialTce", "tce"));
        Assert.Equal(result.Memo.Biogenic, Leaves("biogenic", "t"));
        Assert.Equal(result.Memo.Removals, Leaves("removals", "t"));
        foreach (var indicator in result.Indicators.Where(each => each.Value is not null))
            Assert.Equal(indicator.Value, Leaves(indicator.Id, indicator.Unit));
    }

    [Theory, MemberData(nameof(Parks))]
    public void A_step_with_children_is_their_sum(string park)
    {
        var steps = Of(park).Derivation;
        foreach (var children in steps.Where(step => step.Parent is not null).GroupBy(step => step.Parent))
        {
            var parent = steps.Single(step => step.Id == children.Key);
            Assert.Equal(parent.Value, children.Sum(child => child.Value));
            Assert.All(children, child => Assert.Equal(parent.Unit, child.Unit));
        }
    }

    [Theory, MemberData(nameof(Parks))]
    public void The_total_is_the_sum_of_all_its_leaves(string park)
    {
        var result = Of(park);
        var total = result.Derivation.Single(step => step.Id == "total");

        Assert.Equal(result.Emissions.Total, decimal.Round(total.Value, 6, MidpointRounding.AwayFromZero));
        Assert.Equal(total.Value, WorkedFormula.ValueOf(total));
    }

    [Theory, MemberData(nameof(Parks))]
    public void Every_leaf_is_its_formula_worked_out_and_rounded_once_to_12_decimals(string park)
    {
        var steps = Of(park).Derivation;
        var parents = steps.Select(step => step.Parent).ToHashSet();
        foreach (var leaf in steps.Where(step => !parents.Contains(step.Id) && step.Formula is not "Σ" && !step.Formula.Contains('≤', StringComparison.Ordinal)))
            Assert.Equal(decimal.Round(WorkedFormula.ValueOf(leaf), 12, MidpointRounding.AwayFromZero), leaf.Value);
    }

    [Theory, MemberData(nameof(Parks))]
    public void Every_factor_names_its_source_and_mark_and_every_step_is_labelled_in_both_languages(string park)
    {
        var steps = Of(park).Derivation;

        Assert.All(steps, step => Assert.False(string.IsNullOrWhiteSpace(step.Label.Zh) || string.IsNullOrWhiteSpace(step.Label.En)));
        Assert.All(steps.Where(step => step.Factor is not null), step =>
        {
            Assert.Contains(step.Factor!.Mark, (string[])["V", "V2", "S", "U", "M"]);
            Assert.False(string.IsNullOrWhiteSpace(step.Factor.Source));
        });
    }

    [Theory, MemberData(nameof(Parks))]
    public void Steps_have_their_own_ids_and_follow_their_parents(string park)
    {
        var seen = new HashSet<string>();
        foreach (var step in Of(park).Derivation)
        {
            Assert.True(step.Parent is null || seen.Contains(step.Parent), step.Id);
            Assert.True(seen.Add(step.Id), step.Id);
        }
    }

    [Fact]
    public void Leaves_are_rounded_half_away_from_zero()
    {
        // 0.0000000000005 t × 1 has a 5 in the 13th decimal
        decimal Leaf(decimal quantity) => (Year with { Products = [Product("OTHER_BALANCE", quantity, 1, "b", "n")] }).Result()
            .Derivation.Single(step => step.Id == "process/products/0").Value;

        Assert.Equal(0.000000000001m, Leaf(0.0000000000005m));
        Assert.Equal(0.000000000003m, Leaf(0.0000000000025m));
        Assert.Equal(0m, Leaf(0.0000000000004m));
    }

    [Fact]
    public void The_result_names_its_pack_by_hash() => Assert.Equal(
        [Pack.Reference], Year.Result().RulePacks);
}
