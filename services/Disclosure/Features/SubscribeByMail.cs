using System.ComponentModel.DataAnnotations;
using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Folding;
using PilotRegistry.EventStore;
using PilotRegistry.Mail;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>
/// Anybody follows by mail what a feed tells. Nothing is mailed to an address but one question until somebody who reads it says yes; and
/// nobody learns here whether an address follows anything.
/// </summary>
public static class SubscribeByMail
{
    public static readonly Refusal MailIsOff = new("mail-off", "This register sends no mail at present; the feed tells the same.");
    public static readonly Refusal NoSuchPark = new("nothing-to-follow", "The public sees no park of this id.");

    /// <summary>One address and nothing around it: no name, no list, no line break.</summary>
    private const string Address = """[^\s@<>"(),:;\\\[\]]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?""";

    /// <summary>Either one park, or words and filters of a search as the list of parks knows them.</summary>
    public sealed record Request(
        [Required, MaxLength(254), RegularExpression(Address)] string Email,
        Guid? Park = null,
        [RegularExpression("[1-9][0-9]{5}")] string? Province = null,
        [RegularExpression(ListParks.StageCodes)] string? Stage = null,
        [RegularExpression("whole|partial")] string? Scope = null,
        bool? Listed = null,
        bool? Disclosed = null,
        [MaxLength(40)] string? Industry = null,
        [MaxLength(60)] string? Batch = null,
        [RegularExpression(ListParks.VerdictCodes)] string? Verdict = null,
        [MaxLength(SearchText.Longest)] string? Q = null,
        [RegularExpression("zh|en")] string Language = "zh") : IValidatableObject
    {
        /// <summary>What the feed would be asked.</summary>
        internal FollowedParks ToFollowed() => new(
            Park, Some(Province), Some(Stage), Some(Scope), Listed, Disclosed, Some(Industry), Some(Batch), Some(Verdict), Some(Q));

        /// <inheritdoc />
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            var followed = ToFollowed();
            if (followed == FollowedParks.All || (Park is { } park && followed != new FollowedParks(park)))
            {
                yield return new(ValidationRule.Say("park-or-search", "Name one park, or at least one word or filter of a search.", "请指定一个园区，或至少一项检索条件。"), [nameof(Park)]);
            }

            if (Some(Province) is { } province && !Provinces.All.ContainsKey(province))
            {
                yield return new(ValidationRule.Say("unknown-province", "There is no province with this code.", "没有这个省级行政区划代码。"), [nameof(Province)]);
            }
        }

        private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    /// <summary>The same for every address, whether it is new here or known.</summary>
    /// <param name="ConfirmWithinHours">How long the question that was mailed waits for its answer, if one was mailed.</param>
    public sealed record Asked(int ConfirmWithinHours);

    /// <param name="Mail">Whether this register mails at all; otherwise there are the feeds.</param>
    public sealed record Offer(bool Mail);

    public static Refusal? Decide(bool mailIsOn, bool isThere) => (mailIsOn, isThere) switch
    {
        (false, _) => MailIsOff,
        (_, false) => NoSuchPark,
        _ => null
    };

    public static void MapSubscribeByMail(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/subscriptions", HandleAsync).AllowAnonymous().RequireRateLimiting(PublicLimits.Subscriptions).HoldsSecret()
            .WithName(nameof(SubscribeByMail)).WithSummary("Follow a park, a province or a search by mail")
            .Produces<Asked>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status429TooManyRequests);
        routes.MapGet("/subscriptions/offer", (Post post) => Answer.Of(new Offer(post.IsOn))).AllowAnonymous()
            .WithName("ReadMailOffer").WithSummary("Whether one can follow by mail here");
    }

    private static async Task<IResult> HandleAsync(Request request, Post post, Subscriptions subscriptions, CancellationToken cancel)
    {
        var isThere = request.Park is not { } park || await subscriptions.ShowsAsync(park, cancel);
        return Decide(post.IsOn, isThere) is { } refusal
            ? CommandAnswers.From(new Outcome.Refused(refusal))
            : await AcceptAsync(request, subscriptions, cancel);
    }

    private static async Task<IResult> AcceptAsync(Request request, Subscriptions subscriptions, CancellationToken cancel)
    {
        await subscriptions.AskAsync(request.Email, request.ToFollowed(), request.Language, cancel);
        return Results.Accepted(uri: null, new Asked((int)Subscriptions.Patience.TotalHours));
    }
}
