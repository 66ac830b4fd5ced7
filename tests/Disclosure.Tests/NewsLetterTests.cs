using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using PilotRegistry.Disclosure.Answers;
using PilotRegistry.Disclosure.Pages;
using PilotRegistry.Mail;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

/// <summary>Both mails in both languages, as people approved them.</summary>
public sealed class NewsLetterTests
{
    private static readonly ReturnKey Key = ReturnKey.Read("ABCD-EFGH-JKMN-PQRS-TVWX-YZ23")!;
    private static readonly Guid Park = Persona.Named(201);

    private readonly NewsLetters letters = new(
        null!, new WebShell(Options.Create(new PageSettings()), new ConfigurationManager { ["Auth:Issuer"] = "https://registry.example/" }, new HttpContextAccessor()));

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void The_question_says_what_was_approved(string language) => Matches("question", language, letters.Question("演示零碳园区", Key, Tongue.Of(language)));

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void News_say_what_was_approved(string language) => Matches("news", language, letters.News(
        "演示零碳园区", new(Park), [Entry("已推荐", "Recommended"), Entry("列入建设名单", "On the construction list")], Key, Tongue.Of(language)));

    [Theory]
    [InlineData("zh", "每封邮件最多200条")]
    [InlineData("en", "A mail holds at most 200 entries")]
    public void A_full_mail_says_that_more_comes(string language, string words)
    {
        var entry = Entry("已推荐", "Recommended");
        Assert.Contains(words, letters.News("x", new(Park), [.. Enumerable.Repeat(entry, NewsLetters.Most)], Key, Tongue.Of(language)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(words, letters.News("x", new(Park), [entry], Key, Tongue.Of(language)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_park_with_line_breaks_in_its_name_adds_no_line()
    {
        var text = letters.News("园区\r\n二", new(Park), [Entry("已推荐", "Recommended") with { ParkName = "园区\r\n- 假的 · 今天 · https://thief.example" }], Key, Tongue.Chinese);
        Assert.DoesNotContain('\n', text.Subject);
        Assert.Single(text.Text.Split('\n'), line => line.StartsWith("- ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("zh", "“常州” · 江苏省 · 建设中 · 整体 · 只看列入名单 · 只看已披露 · 综合/其他型 · 名单批次 2025-1 · 达到")]
    [InlineData("en", "\"常州\" · Jiangsu · ")]
    public void A_search_is_named_by_its_words_and_filters(string language, string name) => Assert.StartsWith(
        name, NewsLetters.NameOf(new(null, "320000", "listed", "whole", true, true, "综合/其他型", "2025-1", "met", "常州"), Tongue.Of(language)), StringComparison.Ordinal);

    [Theory]
    [InlineData("奖金 https://thief.example/x?a=1", "“奖金 https//thiefexample/xa1”")]
    [InlineData("write to me@thief.example\r\nnow", "“write to methiefexamplenow”")]
    public void What_a_stranger_typed_becomes_no_link_in_a_mail(string typed, string name) => Assert.Equal(name, NewsLetters.NameOf(new(Q: typed), Tongue.Chinese));

    [Fact]
    public void A_search_leads_to_the_feed_of_the_same_search()
    {
        Assert.Equal("feeds/search.atom?stage=listed&listed=true&q=a%26b", new FollowedParks(Stage: "listed", Listed: true, Q: "a&b").Feed);
        Assert.Equal("feeds/provinces/320000.atom", new FollowedParks(Province: "320000").Feed);
        Assert.Equal($"feeds/parks/{Park}.atom", new FollowedParks(Park).Feed);
    }

    private static EventLine Entry(string zh, string en) => new(
        Guid.Empty, new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), "registration.park-listed.v1", Park, "演示零碳园区", Demo: false, new(zh, en), "national", new Dictionary<string, string>(), null);

    private static void Matches(string kind, string language, LetterText letter)
    {
        Approved.Matches($"tests/Disclosure.Tests/Letters/{kind}.{language}.txt", $"Subject: {letter.Subject}\n\n{letter.Text}");
        Assert.DoesNotContain('{', letter.Text);
        Assert.DoesNotContain('[', letter.Text);
    }
}
