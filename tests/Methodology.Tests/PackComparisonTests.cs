using System.Text;
using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>What differs between two packs is said in words, in both languages; what is the same is not.</summary>
public sealed class PackComparisonTests
{
    private static readonly PackFiles Files =
        RulePackLoader.ReadFiles(Path.Combine(AppContext.BaseDirectory, "packs", "national", "2025-trial"));

    private static IReadOnlyList<Wording> Changes(string path, string old, string replacement)
    {
        Assert.Contains(old, Files.Text(path), StringComparison.Ordinal);
        var changed = PackReader.Read(Files with
        {
            Contents = new Dictionary<string, byte[]>(Files.Contents) { [path] = Encoding.UTF8.GetBytes(Files.Text(path).Replace(old, replacement, StringComparison.Ordinal)) }
        });
        return PackComparison.Of(PackStatements.Of(Pack), PackStatements.Of(changed));
    }

    [Theory]
    [InlineData("fuels.csv", ",57.2,", ",56.1,", "fuels/NG/co2 (natural gas): 57.2 t/TJ becomes 56.1 t/TJ.", "fuels/NG/co2（天然气(气态)）：由 57.2 t/TJ 改为 56.1 t/TJ。")]
    [InlineData("pack.yaml", "lowDirectSupply: { value: 0.5,", "lowDirectSupply: { value: 0.6,", "thresholds/lowDirectSupply (threshold of a signal): 0.5 becomes 0.6.", "thresholds/lowDirectSupply（提示阈值）：由 0.5 改为 0.6。")]
    [InlineData("pack.yaml", "    value: supply", "    value: generation", "settings/equivalentValueSeries (setting): supply becomes generation.", "settings/equivalentValueSeries（设置）：由 supply 改为 generation。")]
    [InlineData("pack.yaml", "value: 0.3, source: 发改环资〔2025〕910号附件3, mark: V", "value: 0.3, source: 附件3, mark: V2", "targets/core/1000000 (core target): the source was \"发改环资〔2025〕910号附件3 [V]\" and is \"附件3 [V2]\".", "targets/core/1000000（核心指标目标）：出处由“发改环资〔2025〕910号附件3 [V]”改为“附件3 [V2]”。")]
    [InlineData("limits.csv", "80,87,94", "80,86,94", "limits/CEMENT (cement): 80 / 87 / 94 kgce/t becomes 80 / 86 / 94 kgce/t.", "limits/CEMENT（水泥）：由 80 / 87 / 94 kgce/t 改为 80 / 86 / 94 kgce/t。")]
    [InlineData("pack.yaml", "firstYear: 2020", "firstYear: 2021", "firstYear (first year): 2020 becomes 2021.", "firstYear（起用年份）：由 2020 改为 2021。")]
    public void A_change_is_one_sentence(string path, string old, string replacement, string en, string zh) =>
        Assert.Equal(new Wording(zh, en), Assert.Single(Changes(path, old, replacement)));

    [Fact]
    public void What_only_one_pack_says_is_added_or_removed()
    {
        var title = Packs.Titles[0];
        var shorter = title with { Indicators = [.. title.Indicators.Skip(1)] };

        Assert.Equal(2, PackComparison.Of(PackStatements.Of(title), PackStatements.Of(shorter)).Count(change => change.En.Contains("removed (was", StringComparison.Ordinal)));
        Assert.Contains(
            "indicators/cleanEnergyShare/formula (Clean-energy share): added, cleanEnergy / energy [1], source: ",
            PackComparison.Of(PackStatements.Of(shorter), PackStatements.Of(title))[1].En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_pack_says_the_same() => Assert.Empty(PackComparison.Of(PackStatements.Of(Pack), PackStatements.Of(Pack)));

    /// <summary>Every number of the pack is among its statements: none can change unseen.</summary>
    [Fact]
    public void Every_number_is_said()
    {
        var said = PackStatements.Of(Pack).Select(statement => statement.Key).ToHashSet();
        var numbers = Pack.Targets.Core.Select(band => band.Target)
            .Concat(Pack.Targets.Guiding.Values).Concat(Pack.Thresholds.Values)
            .Concat(Pack.Fuels.Values.SelectMany(fuel => new[] { fuel.TcePerUnit, fuel.Emission, fuel.Biogenic }))
            .Concat(Pack.Products.Values.Select(product => product.Factor)).Concat(Pack.Electricity.Values.Select(row => row.Factor))
            .Concat(Pack.Heat.Values.SelectMany(heat => new[] { heat.Emission, heat.TcePerGj }))
            .Concat(Pack.EquivalentValues.Select(value => value.TcePerMwh)).Concat(Pack.GridFactors.Select(factor => factor.TonnesPerMwh))
            .OfType<SourcedNumber>();

        Assert.All(numbers, number => Assert.Contains(number.Id, said));
    }
}
