package city.c3po.portfolio.board;

import static city.c3po.portfolio.board.BoardRule.ITEM_PENDING;
import static city.c3po.portfolio.board.BoardRule.KNOWN_ITEM;

import city.c3po.platform.value.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a meeting decides on, in the order in which it was put there. */
@Embeddable
class Docket {
    @Column(name = "docket")
    @JdbcTypeCode(SqlTypes.JSON)
    private List<DocketItem> items = List.of();

    void add(DocketItem item) {
        items = Stream.concat(items.stream(), Stream.of(item)).toList();
    }

    DocketItem item(UUID id) {
        return items.stream().filter(known -> known.id().equals(id)).findFirst().orElseThrow(KNOWN_ITEM::violated);
    }

    DocketItem pending(UUID id) {
        var known = item(id);
        ITEM_PENDING.require(known.pending(), Map.of("itemState", known.state()));
        return known;
    }

    void put(DocketItem changed) {
        items = items.stream()
                .map(item -> item.id().equals(changed.id()) ? changed : item)
                .toList();
    }

    /** What is undecided is for another meeting. */
    List<Reference> carryOver() {
        var open = items.stream().filter(DocketItem::pending).toList();
        open.forEach(item -> put(item.in(DocketItem.State.CARRIED_OVER)));
        return open.stream().map(DocketItem::initiative).toList();
    }

    List<DocketItem> items() {
        return items;
    }
}
