using PilotRegistry.Contracts;
using PilotRegistry.Methodology;
using PilotRegistry.Submission.Drafts;
using PilotRegistry.Submission.Enterprises;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

/// <summary>A park's energy entered per enterprise: added up, covered by a public share, and kept inside.</summary>
[Collection(nameof(SubmissionService))]
public sealed class EnterpriseTests(SubmissionService service)
{
    internal static readonly EnterpriseData Steel = new()
    {
        Id = "a",
        Name = "演示钢铁有限公司",
        CreditCode = "91320900MA1XXXXX0A",
        Quality = DataQuality.Measured,
        Data = new() { Fuels = [Gas("100", note: "一号炉")], Electricity = [Grid("1000")] },
    };

    private static readonly EnterpriseData Glass = new()
    {
        Id = "b",
        Name = "演示玻璃有限公司",
        Quality = DataQuality.Estimated,
        Data = new() { Fuels = [Gas("20"), Gas("5") with { Quality = DataQuality.Measured }] },
    };

    private static readonly YearDraft Draft = new()
    {
        Year = Fixtures.Year,
        Fuels = [Gas("1")],
        Electricity = Fixtures.Data("500").Electricity,
        Enterprises = [Steel, Glass],
    };

    [Fact]
    public void The_same_lines_of_enterprises_are_one_line_of_the_park() => Assert.Equal(
        ["1 ", "105 Measured", "20 Estimated"],
        RolledUp.Of(Draft).Data.Fuels.Select(f => $"{f.Quantity} {f.Quality}"));

    [Fact]
    public void The_roll_up_counts_as_much_as_its_parts() => Assert.Equal(
        Fixtures.Computed(new ActivityData { Year = Fixtures.Year, Fuels = [Gas("126")], Electricity = Fixtures.Data("1500").Electricity }).Result!.Emissions,
        Fixtures.Computed(Draft).Result!.Emissions);

    [Fact]
    public void Notes_of_enterprises_do_not_reach_the_sum() => Assert.All(RolledUp.Of(Draft).Data.Fuels, f => Assert.Null(f.Note));

    [Fact]
    public void A_year_without_enterprises_is_the_same_year()
    {
        Assert.True(RegistryJson.Same(Fixtures.Data("500"), RolledUp.Of(Fixtures.AsDraft(Fixtures.Data("500"))).Data));
        Assert.Null(Fixtures.Computed(Fixtures.AsDraft(Fixtures.Data("500"))).Coverage);
    }

    [Fact]
    public void Coverage_is_the_share_of_the_energy_behind_which_an_enterprise_stands()
    {
        // 105 and 20 ×10⁴ m³ gas at 12.15 tce, 1000 MWh at 0.3024; the park: 1 of gas, 400,500 MWh
        var (gas, power) = (12.15m, 0.3024m);
        var all = (126 * gas) + (401_500 * power);
        var coverage = Fixtures.Computed(Draft).Coverage!;
        Assert.Equal(2, coverage.Enterprises);
        Assert.Equal(Math.Round(((105 * gas) + (1000 * power)) / all, 6), coverage.Measured);
        Assert.Equal(Math.Round(20 * gas / all, 6), coverage.Estimated);
        Assert.Equal(1, coverage.Measured + coverage.Estimated + coverage.Missing);
    }

    [Fact]
    public void What_is_wrong_in_a_sum_is_named_where_it_was_entered()
    {
        var wrong = Glass with { Data = new() { Fuels = [Gas("1"), new() { Fuel = "PHLOGISTON", Use = FuelUse.Terminal, Quantity = 1 }] } };
        var problem = Assert.Single(Fixtures.Computed(Draft with { Enterprises = [Steel, wrong] }).Problems);
        Assert.Equal("/enterprises/1/data/fuels/1/fuel unknown-fuel", $"{problem.Pointer} {problem.Code}");
    }

    [Theory]
    [InlineData("[{\"name\":\"甲\"}]", "/enterprises/0/id missing")]
    [InlineData("[{\"id\":\"a\",\"name\":\" \"}]", "/enterprises/0/name missing")]
    [InlineData("[{\"id\":\"a\",\"name\":\"甲\"},{\"id\":\"a\",\"name\":\"乙\"}]", "/enterprises/1/id duplicate")]
    [InlineData("[{\"id\":\"a\",\"name\":\"甲\",\"creditCode\":\"=1+1\"}]", "/enterprises/0/creditCode wrong-form")]
    [InlineData("[{\"id\":\"a\",\"name\":\"甲\",\"owner\":\"somebody\"}]", "/enterprises/0/owner unknown-member")]
    [InlineData("[{\"id\":\"a\",\"name\":\"甲\",\"data\":{\"electricity\":[{\"direction\":\"in\",\"kind\":\"grid\",\"mwh\":-1}]}}]", "/enterprises/0/data/electricity/0/mwh negative")]
    public async Task Each_wrong_place_is_named(string enterprises, string expected)
    {
        var (id, _) = await service.OpenedAsync();
        using var refused = await service.As(Persona.OfPark).SendAsync(
            HttpMethod.Put, $"/submissions/{id}/draft", new StringContent($"{{\"year\":2025,\"enterprises\":{enterprises}}}", null, "application/json"), version: 0);
        Assert.Equal("422 invalid", await refused.VerdictAsync());
        Assert.Equal([expected], await refused.FieldErrorsAsync());
    }

    [Fact]
    public async Task Nothing_of_an_enterprise_leaves_the_service_but_a_hash_and_a_share()
    {
        var (id, park) = await service.OpenedAsync();
        Assert.Equal("200", await service.SaveAsync(id, Sent, version: 0));
        using var submitted = await service.As(Persona.OfPark).CommandAsync($"/submissions/{id}/submission", new { }, version: 1);
        Assert.Equal("200", await submitted.VerdictAsync());
        Assert.Equal(["submission.year-submitted.v1"], await service.Sidecar.AboutAsync(park, 1));
        var published = service.Sidecar.BodiesAbout(park).Single();
        Assert.DoesNotContain("演示玻璃", published.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(1, published.GetProperty("coverage").GetProperty("enterprises").GetInt32());
        var shown = (await service.As(Persona.OfProvince).ReadAsync($"/submissions/{id}")).GetProperty("enterprises")[0];
        Assert.Equal("演示玻璃有限公司", shown.GetProperty("enterprises")[0].GetProperty("name").GetString());
        Assert.Equal(CanonicalJson.Hash(shown), published.GetProperty("enterprisesHash").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await service.As(Persona.Operator).ReadAsync($"/submissions/{id}")).GetProperty("enterprises").ValueKind);
        var start = (await service.As(Persona.OfPark).ReadAsync($"/submissions/{id}")).GetProperty("start");
        Assert.Equal("1000", start.GetProperty("enterprises")[0].GetProperty("data").GetProperty("electricity")[0].GetProperty("mwh").GetString());
        Assert.Equal(2, start.GetProperty("electricity").GetArrayLength());
    }

    [Fact]
    public async Task The_engaged_body_reads_the_rows_of_the_version_it_verifies_and_can_repeat_their_hash()
    {
        var (id, verification) = await UnderVerificationAsync();
        var read = await service.As(Persona.Lead).ReadAsync($"/submissions/{id}/verifications/{verification}/enterprises");
        Assert.Equal(1, read.GetProperty("version").GetInt32());
        Assert.Equal("演示玻璃有限公司", read.GetProperty("reported").GetProperty("enterprises")[0].GetProperty("name").GetString());
        Assert.Equal(read.GetProperty("enterprisesHash").GetString(), CanonicalJson.Hash(read.GetProperty("reported")));
    }

    [Fact]
    public async Task Nobody_else_reads_the_rows_that_way()
    {
        var (id, verification) = await UnderVerificationAsync();
        var (other, _) = await service.SubmittedAsync();
        foreach (var persona in Persona.All.Where(p => p.Role is not ("verifier" or "verifier-lead")))
        {
            Assert.Equal("403 not-allowed", await VerdictAsync(persona, $"/submissions/{id}/verifications/{verification}/enterprises"));
        }

        Assert.Equal("404 not-found", await VerdictAsync(Persona.OtherLead, $"/submissions/{id}/verifications/{verification}/enterprises"));
        Assert.Equal("404 not-found", await VerdictAsync(Persona.Lead, $"/submissions/{id}/verifications/{Guid.CreateVersion7()}/enterprises"));
        Assert.Equal("404 not-found", await VerdictAsync(Persona.Lead, $"/submissions/{other}/verifications/{verification}/enterprises"));
    }

    [Fact]
    public async Task The_evidence_of_a_year_is_open_to_the_body_that_verifies_it_and_to_no_other()
    {
        var (id, verification) = await UnderVerificationAsync();
        Assert.Equal("200", await VerdictAsync(Persona.Lead, $"/submissions/{id}/evidence?verification={verification}"));
        Assert.Equal("404 not-found", await VerdictAsync(Persona.Lead, $"/submissions/{id}/evidence"));
        Assert.Equal("404 not-found", await VerdictAsync(Persona.OtherLead, $"/submissions/{id}/evidence?verification={verification}"));
        Assert.Equal("404 not-found", await VerdictAsync(Persona.OtherProvince, $"/submissions/{id}/evidence?verification={verification}"));
    }

    private async Task<(Guid Id, Guid Verification)> UnderVerificationAsync()
    {
        var (id, _) = await service.OpenedAsync();
        Assert.Equal("200", await service.SaveAsync(id, Sent, version: 0));
        using var submitted = await service.As(Persona.OfPark).CommandAsync($"/submissions/{id}/submission", new { }, version: 1);
        var verification = Guid.CreateVersion7();
        service.Answers(Fixtures.Verified(1, id, opinion: null, verification));
        return (id, verification);
    }

    private async Task<string> VerdictAsync(Persona persona, string path)
    {
        using var answer = await service.As(persona).GetAsync(new Uri(path, UriKind.Relative));
        return await answer.VerdictAsync();
    }

    private static Dictionary<string, object?> Sent => new(SubmissionService.Draft("900"))
    {
        ["enterprises"] = new[]
        {
            new
            {
                id = "b",
                name = "演示玻璃有限公司",
                quality = "measured",
                data = new { electricity = new[] { new { direction = "in", kind = "grid", mwh = "1000" } } },
            },
        },
    };

    private static FuelLine Gas(string quantity, string? note = null) =>
        new() { Fuel = "NG", Use = FuelUse.Terminal, Quantity = decimal.Parse(quantity, null), Note = note };

    private static ElectricityLine Grid(string mwh) => new() { Direction = FlowDirection.In, Kind = ElectricityKind.Grid, Mwh = decimal.Parse(mwh, null) };
}
