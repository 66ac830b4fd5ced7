using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>Signals against promises, peers, versions and claims: each speaks when it should, and is silent in the case beside it.</summary>
public sealed class SignalsAroundAYearTests
{
    private static readonly DateTimeOffset June = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>1,000 GJ of heat without carbon are 34.12 tce.</summary>
    private static YearInContext Park(decimal tonnes)
    {
        var data = Year with { Heat = [HeatIn(HeatSource.NonFossil, 1000)], Products = [Product("OTHER_BALANCE", tonnes, 1, "as stated", "carbon")] };
        return new() { Data = data, Result = data.Result() };
    }

    private static Signal One(YearInContext year, string id) => Assert.Single(SignalsOverTime.Run(year, Packs), signal => signal.Id == id);

    private static void Silent(YearInContext year, string id) => Assert.DoesNotContain(SignalsOverTime.Run(year, Packs), signal => signal.Id == id);

    [Fact]
    public void Every_signal_speaks_both_languages_and_shows_facts()
    {
        var signals = SignalsOverTime.Run(Park(34.12m) with { Promised = [new(2025, 0.5m)], Peers = [.. Enumerable.Repeat(new Peer(2), 5)] }, Packs);

        Assert.Equal(["behindPromise", "outlierAmongPeers"], signals.Select(signal => signal.Id));
        Assert.All(signals, signal => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", signal.Message.Zh));
        Assert.All(signals, signal => Assert.NotEmpty(signal.Facts));
    }

    [Theory]
    // The straight line from 1.2 in 2023 to 0.8 in 2027 passes 1.0 in 2025; 5 % are let pass
    [InlineData(36, true)]
    [InlineData(35.8, false)]
    public void A_promise_is_a_path(decimal tonnes, bool speaks)
    {
        var year = Park(tonnes) with { Promised = [new(2027, 0.8m), new(2023, 1.2m), new(2030, 0.2m)] };

        if (speaks) Assert.Equal("1", One(year, "behindPromise").Facts["promised"]);
        else Silent(year, "behindPromise");
    }

    [Fact]
    public void Nothing_is_promised_outside_the_path()
    {
        Silent(Park(100) with { Promised = [new(2026, 0.1m)] }, "behindPromise");
        One(Park(100) with { Promised = [new(2024, 0.1m)] }, "behindPromise");
        Silent(Park(100), "behindPromise");
    }

    [Fact]
    public void Far_from_the_peers()
    {
        // Quartiles 2 and 4: the fences stand at -1 and 7
        Peer[] peers = [new(3), new(1), new(2), new(4), new(5)];

        Assert.Equal(("2", "3", "4"), (Fact("lowerQuartile"), Fact("median"), Fact("upperQuartile")));
        Silent(Park(7 * 34.12m) with { Peers = peers }, "outlierAmongPeers");
        Silent(Park(8 * 34.12m) with { Peers = peers[..4] }, "outlierAmongPeers");

        string Fact(string name) => One(Park(7.01m * 34.12m) with { Peers = peers }, "outlierAmongPeers").Facts[name];
    }

    [Fact]
    public void Not_applicable_only_after_listing()
    {
        var claim = new IndicatorData { NotApplicable = [new() { Indicator = "water", Reason = "dry process" }] };
        var year = Park(1) with { Data = Park(1).Data with { Indicators = claim } };
        var before = new EarlierYear(Year with { Year = 2023, Indicators = claim }, (Year with { Year = 2023 }).Result());

        Assert.Equal("water", One(year with { Listing = new(2025, []) }, "notApplicableAfterListing").Facts["indicator"]);
        Silent(year with { Listing = new(2025, ["water"]) }, "notApplicableAfterListing");
        Silent(year with { Listing = new(2025, []), Earlier = [before] }, "notApplicableAfterListing");
        Silent(year with { Listing = new(2026, []) }, "notApplicableAfterListing");
        Silent(year, "notApplicableAfterListing");
    }

    [Theory]
    [InlineData(94.9, true)]
    [InlineData(95, false)]
    public void A_heavy_edit_after_verification_began(decimal tonnes, bool speaks)
    {
        var year = Park(tonnes) with { Versions = [new(June, Park(100).Result)], SubmittedAt = June.AddDays(20), VerificationBeganAt = June.AddDays(10) };

        if (speaks) Assert.Equal("100", One(year, "lateHeavyEdit").Facts["totalBefore"]);
        else Silent(year, "lateHeavyEdit");
        Silent(year with { VerificationBeganAt = June.AddDays(30) }, "lateHeavyEdit");
        Silent(year with { SubmittedAt = null }, "lateHeavyEdit");
    }

    [Fact]
    public void Without_a_verification_ninety_days_are_late()
    {
        var year = Park(1) with { Versions = [new(June, Park(100).Result)] };

        Assert.Equal("2026-08-30", One(year with { SubmittedAt = June.AddDays(91) }, "lateHeavyEdit").Facts["lateSince"]);
        Silent(year with { SubmittedAt = June.AddDays(90) }, "lateHeavyEdit");
    }

    [Fact]
    public void Many_late_versions()
    {
        EarlierVersion On(int day) => new(June.AddDays(day), Park(100).Result);
        var year = Park(100) with { SubmittedAt = June.AddDays(20), VerificationBeganAt = June.AddDays(10) };

        Assert.Equal("3", One(year with { Versions = [On(0), On(11), On(12)] }, "manyLateEdits").Facts["versions"]);
        Silent(year with { Versions = [On(0), On(9), On(12)] }, "manyLateEdits");
    }

    [Fact]
    public void Certificates_of_another_year_are_shown_both_ways()
    {
        // 34.12 t ÷ 34.12 tce; without the certificates 100 MWh × 0.8325 more
        var facts = One(Park(34.12m) with { Certificates = new(OutsideYear: 100, OfOwnUse: 0) }, "certificatesOutsideYear").Facts;

        Assert.Equal(("1", "117.37", "3.439918"), (facts["core"], facts["totalWithout"], facts["coreWithout"]));
        Silent(Park(1) with { Certificates = new(0, 0) }, "certificatesOutsideYear");
    }

    [Fact]
    public void Certificates_of_own_use_beside_direct_supply()
    {
        var own = Park(1);
        own = own with { Data = own.Data with { Electricity = [In(ElectricityKind.Own, 10)] }, Certificates = new(0, OfOwnUse: 10) };

        Assert.Equal("10", One(own, "certificatesOfOwnUse").Facts["directMwh"]);
        Silent(own with { Data = Park(1).Data }, "certificatesOfOwnUse");
    }
}
