using System.Text;
using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Answers;
using PilotRegistry.Disclosure.Folding;
using PilotRegistry.Disclosure.Pages;

namespace PilotRegistry.Disclosure;

/// <summary>Key projects and their progress, as everybody reads them.</summary>
public sealed class KeyProjectTests(DisclosureService service) : IClassFixture<DisclosureService>
{
    private static readonly DateOnly Spring = new(2026, 3, 31);

    [Fact]
    public void Before_the_list_nothing_of_them_is_public_but_the_hash_of_the_table()
    {
        var park = PublicPark.Of(Histories.Of(new Life().Planned().Recommended()))!;
        Assert.Null(Page(park).KeyProjects);
        Assert.Empty(park.KeyProjects);
        Assert.DoesNotContain("绿电直连", Encoding.UTF8.GetString([.. park.Pages.SelectMany(p => p.Body)]), StringComparison.Ordinal);
        Assert.Equal(CanonicalJson.Hash<KeyProject[]>([Life.Wind, Life.Storage]), park.Events[0].Entry.Facts["keyProjectsHash"]);
    }

    [Fact]
    public void Listed_the_plan_of_the_last_submission_is_public()
    {
        var projects = Shown(new Life().Planned().Returned().Planned(2, Life.Storage).Recommended().Listed());
        Assert.Equal([(2, "共享储能", 9_500.5m, 2026, 2027)], projects.Items.Select(p => (p.Number, p.Name, p.InvestmentWanYuan, p.FromYear, p.ToYear)));
        Assert.Equal(CanonicalJson.Hash<KeyProject[]>([Life.Storage]), projects.Hash);
    }

    [Fact]
    public void An_application_may_name_none_and_a_park_of_a_published_list_has_no_application_here()
    {
        Assert.Empty(Shown(new Life().Submitted().Recommended().Listed()).Items);
        Assert.Null(Page(PublicPark.Of(Histories.Of(new Life().Listed(7)))!).KeyProjects);
    }

    [Fact]
    public void Every_report_stays_the_last_one_counts_and_each_is_an_event_of_the_timeline()
    {
        var life = new Life().Planned().Recommended().Listed().Progressed(ProjectState.UnderConstruction, 6_000m, Spring)
            .Progressed(ProjectState.Suspended, 5_400m, Spring.AddMonths(3), "等待核准；决算核减。");
        var (park, wind) = (PublicPark.Of(Histories.Of(life))!, Shown(life).Items[0]);
        Assert.Equal((ProjectState.Suspended, 5_400m, 0.3m, Spring.AddMonths(3)), (wind.State, wind.InvestedWanYuan, wind.InvestedShare, wind.AsOf));
        Assert.Equal([(6_000m, null), (5_400m, "等待核准；决算核减。")], wind.Reports.Select(r => (r.InvestedWanYuan, r.Note)));
        Assert.Equal(wind.Reports.Select(r => r.EventId), park.Events.TakeLast(2).Select(e => e.Entry.EventId));
        Assert.Equal(["报告重点项目进展", "重点项目停建"], park.Events.TakeLast(2).Select(e => e.Entry.Title.Zh));
        Assert.Equal(
            ["project 1", "name 绿电直连", "state suspended", "investedWanYuan 5400", "asOf 2026-06-30", "note 等待核准；决算核减。"],
            park.Events[^1].Entry.Facts.Select(f => $"{f.Key} {f.Value}"));
    }

    [Fact]
    public void A_project_is_late_from_the_day_after_its_period_until_it_is_commissioned_or_given_up()
    {
        Life Listed() => new Life().Planned().Recommended().Listed();
        Assert.Equal(new DateOnly(2027, 1, 1), Shown(Listed()).Items[0].LateFrom);
        Assert.Equal(new DateOnly(2027, 1, 1), Shown(Listed().Progressed(ProjectState.Suspended, 0, Spring, "停")).Items[0].LateFrom);
        Assert.Null(Shown(Listed().Progressed(ProjectState.Cancelled, 0, Spring, "撤销")).Items[0].LateFrom);
        var (inTime, late) = (Listed().Progressed(ProjectState.Commissioned, 18_000m, new(2026, 12, 31)), Listed().Progressed(ProjectState.Commissioned, 18_000m, new(2027, 1, 1)));
        Assert.Equal((null, false), (Shown(inTime).Items[0].LateFrom, Shown(inTime).Items[0].CommissionedLate));
        Assert.Equal((null, true), (Shown(late).Items[0].LateFrom, Shown(late).Items[0].CommissionedLate));
        Assert.False(Shown(inTime.Progressed(ProjectState.Commissioned, 18_200m, new(2027, 6, 30))).Items[0].CommissionedLate);
    }

    [Fact]
    public void A_report_that_arrives_before_the_list_waits_for_it()
    {
        var life = new Life().Planned().Progressed(ProjectState.UnderConstruction, 1m, Spring);
        Assert.Single(PublicPark.Of(Histories.Of(life))!.Events);
    }

    [Fact]
    public async Task They_are_read_with_the_park_and_as_open_data()
    {
        var life = new Life().Planned().Recommended().Listed().Progressed(ProjectState.UnderConstruction, 6_000m, Spring);
        await service.DeliverAsync(life.All);
        var reader = service.Anonymous();
        var park = JsonElement.Parse(await reader.GetStringAsync($"/parks/{life.Park}")).GetProperty("keyProjects").GetProperty("items")[0];
        Assert.Equal(("underConstruction", "0.333333"), (park.GetProperty("state").GetString(), park.GetProperty("investedShare").GetString()));
        var row = JsonElement.Parse((await reader.GetStringAsync("/open-data/key-projects.jsonl")).Split('\n').First(l => l.Contains(life.Park.ToString(), StringComparison.Ordinal)));
        Assert.Equal(("2027-01-01", 1), (row.GetProperty("lateFrom").GetString(), row.GetProperty("reports").GetInt32()));
        var csv = (await reader.GetStringAsync("/open-data/key-projects.csv")).Split("\r\n").First(l => l.StartsWith(life.Park.ToString(), StringComparison.Ordinal));
        Assert.Contains(",underConstruction,6000,0.333333,2026-03-31,2027-01-01,false,1,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_script_the_page_says_how_far_they_are_and_which_are_late()
    {
        var page = Page(PublicPark.Of(Histories.Of(new Life().Planned().Recommended().Listed().Progressed(ProjectState.UnderConstruction, 6_000m, Spring)))!);
        Assert.Contains("在建", PlainPark.Of(page, Tongue.Chinese, new(2026, 12, 31)).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("逾期：", PlainPark.Of(page, Tongue.Chinese, new(2026, 12, 31)).Main, StringComparison.Ordinal);
        Assert.Contains("逾期：实施期止于 2026 年", PlainPark.Of(page, Tongue.Chinese, new(2027, 1, 1)).Main, StringComparison.Ordinal);
        Assert.Contains("Late: its period ended with 2026", PlainPark.Of(page, Tongue.English, new(2027, 1, 1)).Main, StringComparison.Ordinal);
    }

    private static KeyProjectsAnswer Shown(Life life) => Page(PublicPark.Of(Histories.Of(life))!).KeyProjects!;

    private static ParkPage Page(PublicPark park) => (ParkPage)park.Item;
}
