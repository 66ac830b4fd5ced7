using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>A faulty pack is refused with every fault; a pack is known by a hash that coreutils can repeat.</summary>
public sealed class PackLoadingTests
{
    private static readonly PackFiles Files =
        RulePackLoader.ReadFiles(Path.Combine(AppContext.BaseDirectory, "packs", "national", "2025-trial"));

    private static PackFiles With(string path, string old, string replacement)
    {
        var text = Files.Text(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Files with { Contents = new Dictionary<string, byte[]>(Files.Contents) { [path] = Encoding.UTF8.GetBytes(text.Replace(old, replacement, StringComparison.Ordinal)) } };
    }

    [Theory]
    [InlineData("pack.yaml", "firstYear: 2020", "firstYear: 2020\nfirstYaer: 2021", "firstYaer")]
    [InlineData("pack.yaml", "firstYear: 2020", "firstYear: 2014", "equivalent_values.csv: has no supply value for 2014")]
    [InlineData("pack.yaml", "version: 1.0.0", "version: one", "version")]
    [InlineData("pack.yaml", "id: national/2025-trial", "id: national", "must look like national/2025-trial")]
    [InlineData("pack.yaml", "id: national/2025-trial", "id: national/", "must look like national/2025-trial")]
    [InlineData("pack.yaml", "id: national/2025-trial", "id: /2025-trial", "must look like national/2025-trial")]
    [InlineData("pack.yaml", "value: 0.2,", "value: a fifth,", "no number")]
    [InlineData("pack.yaml", "belowTce: 1000000", "belowTce: 900000", "must end where the next begins")]
    [InlineData("pack.yaml", "source: our judgement, mark: U }", "source: our judgement, mark: X }", "no known mark")]
    [InlineData("pack.yaml", "source: our judgement, mark: U }", "source: '', mark: U }", "no source")]
    [InlineData("pack.yaml", "    value: supply", "    value: guess", "does not know guess")]
    [InlineData("pack.yaml", "alternatives: [2023]", "alternatives: [1999]", "no national fossil-power factor of 1999")]
    [InlineData("pack.yaml", "  gasIsClean:", "  gasIsGreen:", "gasIsClean is missing")]
    [InlineData("pack.yaml", "  nearCliff:", "  nearClif:", "nearClif is unknown")]
    [InlineData("pack.yaml", "    water: {", "    watr: {", "water is missing")]
    [InlineData("fuels.csv", "NG,天然气(气态),natural gas,天然气,10^4 m3", "NG,天然气(气态),natural gas,天然气,litres", "unit is unknown: litres")]
    [InlineData("fuels.csv", ",57.2,", ",,", "fuels.csv NG: needs an emission factor")]
    [InlineData("fuels.csv", ",12.15,", ",12.1.5,", "no number")]
    [InlineData("fuels.csv", "COAL_LIG,", "COAL_BIT,", "COAL_BIT stands there twice")]
    [InlineData("fuels.csv", "天然气(气态)", "", "name_zh and name_en must both be given")]
    [InlineData("process.csv", "LIME_PROV11,石灰（不分品种）,\"lime, all kinds\",t lime,0.683", "LIME_PROV11,石灰（不分品种）,\"lime, all kinds\",kg lime,0.683", "unknown unit kg lime")]
    [InlineData("process.csv", ",0.683,", ",,", "LIME_PROV11: needs a factor")]
    [InlineData("process.csv", "CARB_CaMg(CO3)2,,", "CARB_Dolomite,,", "names the unknown code CARB_Dolomite")]
    [InlineData("limits.csv", "80,87,94", "88,87,94", "levels must not fall")]
    [InlineData("limits.csv", "80,87,94", "80,87", "cells")]
    [InlineData("limits.csv", "GB 16780-2021,kgce/t,80", "GB 16780-2021,gce/t,80", "limits.csv:2: unit is unknown: gce/t")]
    [InlineData("pack.yaml", "    overridable: [refused]", "    overridable: [perhaps]", "does not know perhaps")]
    [InlineData("pack.yaml", "targets:", "indicators: [ { id: a } ]\ntargets:", "are for refinements and titles")]
    [InlineData("equivalent_values.csv", "supply,2024,", "supply,2023,", "(supply, 2023) stands there twice")]
    [InlineData("electricity.csv", "certificate,", "grid,", "Certificate is missing")]
    [InlineData("heat.csv", "0.11", "0,11", "cells")]
    [InlineData("grid_factors.csv", "fossil power,0.8325", "fossil,0.8325", "no national fossil-power factor of 2022")]
    [InlineData("grid_factors.csv", "\n", "\r\n", "CR line ends")]
    public void A_faulty_pack_is_refused_with_what_is_wrong(string path, string old, string replacement, string fault)
    {
        var refused = Assert.Throws<RulePackException>(() => PackReader.Read(With(path, old, replacement)));

        Assert.Contains(refused.Faults, each => each.Contains(fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("id: national/2025-trial", "id: national", "id")]
    [InlineData("version: 1.0.0", "version: one", "version")]
    [InlineData("  zh: 国家级零碳园区", "  zh: ''\n  # ", "title")]
    [InlineData("value: 0.2,", "value: a fifth,", "targets/core/0")]
    [InlineData("{ fromTce: 1000000,", "{ fromTce: 900000,", "targets/core/0")]
    [InlineData("    solidWaste: { value: 0.8,", "    solidWaste: { value: most,", "targets/guiding/solidWaste")]
    [InlineData("    water: { value: 0.8, source: 发改环资〔2025〕910号附件3", "    water: { value: 0.8, source: ''", "targets/guiding/water")]
    [InlineData("    value: supply", "    value: guess", "settings/equivalentValueSeries")]
    [InlineData("  gasIsClean:", "  gasIsGreen:", "settings/gasIsGreen")]
    [InlineData("  gasIsClean:", "  gasIsGreen:", "settings")]
    [InlineData("  nearCliff:", "  nearClif:", "thresholds/nearClif")]
    [InlineData("  nearTarget: { value: 0.05, source: our judgement, mark: U }", "  nearTarget: { value: 0.05, source: our judgement, mark: X }", "thresholds/nearTarget")]
    [InlineData("targets:", "indicators: [ { id: a } ]\ntargets:", "indicators")]
    public void A_fault_in_the_national_pack_yaml_is_reported_with_its_line(string old, string replacement, string place)
    {
        var files = With("pack.yaml", old, replacement);
        var lines = files.Text("pack.yaml").Split('\n');
        var refused = Assert.Throws<RulePackException>(() => PackReader.Read(files));

        var key = place.Split('/')[^1];
        var expected = key == "0" ? Array.FindIndex(lines, line => line.Contains("{ fromTce: 200000", StringComparison.Ordinal))
            : Array.FindIndex(lines, line => line.TrimStart().StartsWith($"{key}:", StringComparison.Ordinal));
        Assert.Contains(refused.Faults, fault => fault.StartsWith($"pack.yaml:{expected + 1} {place}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_table_is_a_fault() => Assert.Contains(
        Assert.Throws<RulePackException>(() => PackReader.Read(Files with { Contents = Files.Contents.Where(file => file.Key != "limits.csv").ToDictionary() })).Faults,
        fault => fault.StartsWith("limits.csv", StringComparison.Ordinal));

    [Fact]
    public void The_hash_is_what_sha256sum_gives_over_its_own_listing()
    {
        string Hex(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
        var listing = string.Concat(
            new[] { "electricity.csv", "equivalent_values.csv", "fuels.csv", "grid_factors.csv", "heat.csv", "limits.csv", "pack.yaml", "process.csv" }
                .Select(path => $"{Hex(Files.Contents[path])}  {path}\n"));

        Assert.Equal($"sha256:{Hex(Encoding.UTF8.GetBytes(listing))}", Pack.Hash);
        Assert.NotEqual(Pack.Hash, With("pack.yaml", "# The", "# A").Hash());
    }

    [Fact]
    public void Paths_are_hashed_in_byte_order()
    {
        byte[] content = [1];
        var files = new PackFiles("", new Dictionary<string, byte[]> { ["a.csv"] = content, ["B.csv"] = content, ["a/b.csv"] = content });
        var hex = Convert.ToHexStringLower(SHA256.HashData(content));

        Assert.Equal(
            $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{hex}  B.csv\n{hex}  a.csv\n{hex}  a/b.csv\n")))}", files.Hash());
    }

    [Fact]
    public void A_pack_is_found_by_name_and_version_or_as_the_newest_for_the_year()
    {
        var packs = new RulePacks([Pack, Pack with { Version = "1.10.0", FirstYear = 2026 }, Pack with { Version = "1.9.0", FirstYear = 2026 }]);

        Assert.Equal("1.0.0", packs.Find("national/2025-trial", 2025)!.Version);
        Assert.Equal("1.10.0", packs.Find("national/2025-trial", 2026)!.Version);
        Assert.Equal("1.9.0", packs.Find("national/2025-trial@1.9.0", 2026)!.Version);
        Assert.Null(packs.Find("national/2025-trial@2.0.0", 2026));
        Assert.Null(packs.Find("national/2030", 2026));
        Assert.Equal("1.10.0", (Year with { Year = 2026 }).Result(packs).RulePacks[0].Version);
    }

    [Theory]
    [InlineData("national/2025-trial")]
    [InlineData("national/2025-trial@1.0.0")]
    [InlineData(null)]
    public void A_request_names_its_pack_or_leaves_it_out(string? name) =>
        Assert.Equal(Pack.Hash, (Year with { RulePack = name }).Result().RulePacks[0].Hash);

    [Theory]
    [InlineData("national/2025-trial@9")]
    [InlineData("national/1999")]
    [InlineData("national/2025-trial@1.0.0@")]
    [InlineData("")]
    public void An_unknown_pack_is_refused(string name) => (Year with { RulePack = name }).IsRefused("/rulePack", "unknown-pack");

    [Fact]
    public void A_file_that_nobody_reads_is_a_fault() => Assert.Contains(
        Assert.Throws<RulePackException>(() => PackReader.Read(Files with { Contents = new Dictionary<string, byte[]>(Files.Contents) { ["notes.txt"] = [] } })).Faults,
        fault => fault.StartsWith("notes.txt: is no part of this kind of pack", StringComparison.Ordinal));

    /// <summary>The line of the README, typed into a shell.</summary>
    [Theory]
    [InlineData("national/2025-trial")]
    [InlineData("provincial/440000")]
    public async Task Anyone_repeats_the_hash_with_coreutils(string id)
    {
        var start = new ProcessStartInfo("sh", ["-c", "find * -type f | LC_ALL=C sort | xargs sha256sum | sha256sum"])
        {
            WorkingDirectory = Path.Combine(AppContext.BaseDirectory, "packs", id),
            RedirectStandardOutput = true
        };
        using var shell = Process.Start(start)!;
        var printed = await shell.StandardOutput.ReadToEndAsync();
        var hash = Packs.All.Select(pack => pack.Reference).Concat(Packs.Titles.Select(title => title.Reference)).Single(pack => pack.Id == id).Hash;

        Assert.Equal(hash, $"sha256:{printed.Split(' ')[0]}");
    }
}
