/** What stands first in wp-config.php: where this WordPress is, that it calls nobody, and that nothing runs by the clock. */
export function configuration(origin: string): string {
  return `
define( 'WP_HOME', '${origin}' );
define( 'WP_SITEURL', '${origin}' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
`
}

/**
 * A must-use plugin that makes WordPress a thing to test against: everybody is the administrator, `?classic` asks for the classic editor,
 * each edit page loads the test's own script, nothing is locked or greeted, and no picture comes from outside.
 */
export const editPage = `<?php
function auth_redirect() {}
add_filter( 'determine_current_user', fn() => 1, 99 );
add_filter( 'use_block_editor_for_post', fn() => ! isset( $_GET['classic'] ) );
add_filter( 'redirect_post_location', fn( $to ) => str_contains( $_POST['_wp_http_referer'] ?? '', 'classic' ) ? $to . '&classic' : $to );
add_filter( 'pre_option_show_avatars', '__return_zero' );
add_action( 'admin_init', fn() => remove_action( 'admin_print_scripts', 'print_emoji_detection_script' ) );
add_filter( 'show_post_locked_dialog', '__return_false' );
add_action( 'admin_footer', function () {
	if ( get_current_screen()->base === 'post' ) echo '<script type="module" src="/test/editors/in-wordpress.ts"></script>';
}, 999 );
add_action( 'admin_enqueue_scripts', fn() => wp_deregister_script( 'heartbeat' ), 1 );
add_filter( 'get_user_metadata', fn( $value, $id, $key ) => str_ends_with( $key, 'persisted_preferences' )
	? [ [ 'core/edit-post' => [ 'welcomeGuide' => false ], '_modified' => '2026-01-01T00:00:00.000Z' ] ] : $value, 10, 3 );
`
