using System.Runtime.CompilerServices;
using System.Text;
using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Folding;
using PilotRegistry.EventStore;

namespace PilotRegistry.Disclosure;

/// <summary>What the public sees, and from when.</summary>
public sealed class PublicRuleTests
{
    [Fact]
    public void Nothing_is_public_before_the_application_is_submitted() =>
        Assert.Null(PublicPark.Of(Histories.Of(new Life().Reported().Engaged().Signed().Disclosed())));

    [Fact]
    public void From_the_submission_on_basic_facts_boundary_and_decisions_are_public()
    {
        var park = PublicPark.Of(Histories.Of(new Life().Submitted().Returned()))!;
        var page = Text(park.Pages[0]);
        Assert.Contains("海陵零碳园区", page, StringComparison.Ordinal);
        Assert.Contains("东至引江河", page, StringComparison.Ordinal);
        Assert.Contains("\"boundary\":{\"type\":\"Point\"", page, StringComparison.Ordinal);
        Assert.Contains("第三章缺少逐年指标", page, StringComparison.Ordinal);
        Assert.Equal(["registration.application-submitted.v1", "registration.application-returned.v1"], park.Events.Select(e => e.Entry.Type));
    }

    [Fact]
    public void A_year_shows_nothing_of_itself_until_it_is_disclosed()
    {
        var park = PublicPark.Of(Histories.Of(new Life().Listed().Reported().Engaged().Signed().Requested()))!;
        Assert.Equal(["registration.park-listed.v1", "acceptance.acceptance-requested.v1"], park.Events.Select(e => e.Entry.Type));
        Assert.Empty(park.Years);
        Assert.Null(park.Item.CoreValue);
        var all = Everything(park);
        Assert.DoesNotContain("18000", all, StringComparison.Ordinal);
        Assert.DoesNotContain("18600", all, StringComparison.Ordinal);
        Assert.DoesNotContain("0.186", all, StringComparison.Ordinal);
        Assert.DoesNotContain("测试核查机构", all, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disclosed_year_shows_reported_and_verified_values_and_who_says_so()
    {
        var park = PublicPark.Of(Histories.Of(Life.Accepted()))!;
        var year = Text(park.Pages.Single(p => p.Path.EndsWith("/years/2025", StringComparison.Ordinal)));
        Assert.Contains("\"total\":\"18000\"", year, StringComparison.Ordinal);
        Assert.Contains("\"total\":\"18600\"", year, StringComparison.Ordinal);
        Assert.Contains("\"bodyName\":\"测试核查机构\",\"opinion\":\"unmodified\",\"assurance\":\"reasonable\"", year, StringComparison.Ordinal);
        Assert.Contains("nearCliff", year, StringComparison.Ordinal);
        Assert.Equal(0.186m, park.Item.CoreValue);
        Assert.Equal(10, park.Events.Count);
    }

    [Fact]
    public void Evidence_is_public_by_hash_and_the_data_behind_a_result_is_not()
    {
        var all = Everything(PublicPark.Of(Histories.Of(Life.Accepted()))!);
        Assert.Contains($$"""{"sha256":"{{Numbers.EvidenceHash}}","pointer":"/fuels/0"}""", all, StringComparison.Ordinal);
        Assert.DoesNotContain("机密备注", all, StringComparison.Ordinal);
        Assert.DoesNotContain("111.5", all, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_reviewer_says_to_a_restatement_is_public_once_the_new_version_is_and_decides_nothing()
    {
        var life = Life.Accepted().Reported(2, "补报冷却塔").Noted();
        Assert.DoesNotContain("重新核查后再议。", Everything(PublicPark.Of(Histories.Of(life))!), StringComparison.Ordinal);

        var park = PublicPark.Of(Histories.Of(life.VerifiedAnew().Signed(2).Disclosed(2)))!;
        var noted = park.Events.Single(e => e.Entry.Type == "acceptance.restatement-noted.v1");
        Assert.Equal(("2", "national", "重新核查后再议。"), (noted.Entry.Facts["version"], noted.Entry.Facts["by"], noted.Entry.Facts["reasons"]));
        Assert.Equal("对重新报送的意见", noted.Entry.Title.Zh);
        Assert.Null(noted.DecisionJson);
    }

    [Fact]
    public void A_second_submission_stays_closed_until_it_is_disclosed_too()
    {
        var corrected = Numbers.Of(total: 19_999m, core: 0.199m);
        var life = new Life().Listed().Reported().Engaged().Signed().Disclosed().Reported(2, "补报冷却塔", corrected);
        var park = PublicPark.Of(Histories.Of(life))!;
        Assert.DoesNotContain("19999", Everything(park), StringComparison.Ordinal);
        Assert.DoesNotContain("补报冷却塔", Everything(park), StringComparison.Ordinal);
    }

    [Fact]
    public void A_restated_year_shows_old_and_new_values_with_the_reason()
    {
        var corrected = Numbers.Of(total: 19_999m, core: 0.199m);
        var life = new Life().Listed().Reported().Engaged().Signed().Disclosed()
            .Reported(2, "补报冷却塔", corrected).VerifiedAnew().Engaged(2).Signed(2, corrected).Disclosed(2);
        var park = Histories.Of(life);
        var year = park.Years.Single().Page(park);
        var restatement = Assert.Single(year.Restatements);
        Assert.Equal(("补报冷却塔", 18_600m, 19_999m), (restatement.Reason, restatement.Old.Total, restatement.New.Total));
        Assert.Equal(2, year.Version);
        Assert.Equal(19_999m, year.Verified?.Emissions.Total);
    }

    /// <summary>An event that is added to Contracts must say here what the public sees of it.</summary>
    [Fact]
    public void Every_published_event_has_a_title()
    {
        foreach (var (_, type) in new EventCatalogue(RegistryJson.Events, typeof(ParkEvent).Assembly).All)
        {
            var title = Titles.Of((ParkEvent)RuntimeHelpers.GetUninitializedObject(type));
            Assert.True(title.Zh.Length > 0 && title.En.Length > 0, type.Name);
        }
    }

    [Fact]
    public void Persons_are_never_named()
    {
        var all = Everything(PublicPark.Of(Histories.Of(Life.Accepted()))!);
        Assert.DoesNotContain(Testing.Persona.Lead.Id.ToString(), all, StringComparison.Ordinal);
        Assert.DoesNotContain(Testing.Persona.ParkBody.ToString(), all, StringComparison.Ordinal);
    }

    private static string Text(PublicPage page) => Encoding.UTF8.GetString(page.Body);

    private static string Everything(PublicPark park) => string.Join(
        '\n', [.. park.Pages.Select(Text), park.ItemJson(), Csv.Line(CsvColumns.Park(park.Item)), .. park.Years.Select(y => y.Csv + y.Json + y.Item), .. park.Events.Select(e => e.Line + e.Csv + e.DecisionJson)]);
}
